"""Calls of the shortcodes of Hugo Blox, and what each of them makes.

Words in square brackets stand for what repeats, see ``SHORT``.
"""

from __future__ import annotations

SHORT = {
    "[FRAME]": (
        'referrerpolicy="strict-origin-when-cross-origin" allow="accelerometer; '
        "autoplay; clipboard-write; encrypted-media; gyroscope; "
        'picture-in-picture; web-share" allowfullscreen'
    ),
    "[CARD]": "sd-card sd-sphinx-override sd-shadow-sm",
    "[BTN]": "sd-sphinx-override sd-btn sd-text-wrap",
    "[TITLE]": "sd-card-title sd-font-weight-bold",
    "[COVER]": "sd-stretched-link sd-hide-link-text",
    "[GAP]": "sd-g-2 sd-g-xs-2 sd-g-sm-2 sd-g-md-2 sd-g-lg-2",
    "[GRID]": "sd-container-fluid sd-sphinx-override sd-mb-4",
    "[CODE]": "docutils literal notranslate",
    "[GENERIC]": "updates-admonition-title admonition-title",
    " [ARG]": " [sphinx_updates.shortcode_argument]",
}

BOXES: list[tuple[str, str]] = [
    (
        "{{% callout note %}}A *b*.\n\n- c\n{{% /callout %}}",
        (
            '<div class="note alert-note admonition"><p '
            'class="[GENERIC]">Note</p><p>A <em>b</em>.</p><ul><li>c</li></ul>'
            "</div>"
        ),
    ),
    (
        "{{< callout warning >}}A *b*.{{< /callout >}}",
        (
            '<div class="warning alert-warning admonition"><p '
            'class="[GENERIC]">Warning</p>'
            '<div class="docutils">A <em>b</em>.</div></div>'
        ),
    ),
    (
        "{{% callout %}}x{{% /callout %}}",
        (
            '<div class="note alert-note admonition"><p '
            'class="[GENERIC]">Note</p><div class="docutils">x</div></div>'
        ),
    ),
    (
        '{{% callout "any thing" %}}x{{% /callout %}}',
        (
            '<div class="note alert-any-thing admonition"><p '
            'class="[GENERIC]">Note</p><div class="docutils">x</div></div>'
        ),
    ),
    (
        "{{% alert info %}}x{{% /alert %}}",
        (
            '<div class="note alert-info admonition"><p '
            'class="[GENERIC]">Note</p><div class="docutils">x</div></div>'
        ),
    ),
    (
        (
            '{{< spoiler text="See *more*" class="c d" style="color: red" >}}In '
            "*it*.{{< /spoiler >}}"
        ),
        (
            '<details class="spoiler c d" id="spoiler-5" style="color: red">'
            "<summary>See <em>more</em></summary>"
            '<div class="docutils">In <em>it</em>.</div></details>'
        ),
    ),
    (
        '{{% spoiler text="A" %}}- b{{% /spoiler %}}',
        (
            '<details class="spoiler" id="spoiler-6"><summary>A</summary><ul>'
            "<li>b</li></ul></details>"
        ),
    ),
    (
        "{{% speaker_note %}}Say *this*.{{% /speaker_note %}}",
        (
            '<details class="notes"><summary>Notes</summary><p>Say '
            "<em>this</em>.</p></details>"
        ),
    ),
    (
        ('a\n\n{{< slide id="s-two" class="big" background-image="x.png" >}}\n\nb'),
        '<p>a</p><hr class="big docutils" id="s-two"><p>b</p>',
    ),
    (
        '{{% fragment class="fade-up" weight=2 %}}one *two*{{% /fragment %}}',
        '<p><span class="fragment fade-up">one <em>two</em></span></p>',
    ),
    (
        "{{% fragment %}}- one{{% /fragment %}}",
        '<div class="fragment docutils"><ul><li>one</li></ul></div>',
    ),
    (
        "x {{< fragment >}}y{{< /fragment >}} z",
        '<p>x <span class="fragment">y</span> z</p>',
    ),
    (
        (
            "{{% steps %}}\nBefore.\n\n### One\n\nA.\n\n#### Deep\n\nB.\n\n### "
            "Two\n\nC.\n{{% /steps %}}"
        ),
        (
            '<p>Before.</p><ol class="arabic hb-steps"><li><h4 class="rubric" '
            'id="one">One</h4><p>A.</p><h5 class="rubric" id="deep">Deep</h5>'
            '<p>B.</p></li><li><h4 class="rubric" id="two">Two</h4><p>C.</p>'
            "</li></ol>"
        ),
    ),
    (
        "{{% steps %}}\nNo heading.\n{{% /steps %}}",
        "<p>No heading.</p>",
    ),
]

PHRASES: list[tuple[str, str]] = [
    (
        "{{< hl >}}a *b*{{< /hl >}}",
        "<p><mark>a <em>b</em></mark></p>",
    ),
    (
        "x {{% hl %}}a `b`{{% /hl %}} y",
        (
            '<p>x <mark>a <code class="[CODE]"><span class="pre">b</span></code>'
            "</mark> y</p>"
        ),
    ),
    (
        "{{% emoji_list %}}\n- ✅ a\n{{% /emoji_list %}}",
        '<div class="emoji-list docutils"><ul><li>✅ a</li></ul></div>',
    ),
    (
        "{{< emoji_list >}}<p>a</p>{{< /emoji_list >}}",
        '<div class="emoji-list docutils"><p>a</p></div>',
    ),
    (
        (
            '{{% staticref "https://e.example/x.pdf" "newtab" %}}The *file*{{% '
            "/staticref %}}"
        ),
        (
            '<p><a class="reference external" href="https://e.example/x.pdf" '
            'rel="noopener" target="_blank">The <em>file</em></a></p>'
        ),
    ),
    (
        (
            'a {{< staticref "https://e.example/x.pdf" >}}<b>The</b> *file*{{< '
            "/staticref >}} b"
        ),
        (
            '<p>a <a class="reference external" href="https://e.example/x.pdf">'
            "<strong>The</strong> *file*</a> b</p>"
        ),
    ),
    (
        '{{< staticref "#c0" />}}',
        '<p><a class="reference internal" href="#c0">#c0</a></p>',
    ),
    (
        '{{< icon name="envelope" >}} mail',
        '<p><span class="fas fa-envelope pr-1 fa-fw"></span> mail</p>',
    ),
    (
        (
            'a {{< icon name="github" pack="fab" padding_left="2" '
            'padding_right="0" fixed_width="false" >}} b'
        ),
        '<p>a <span class="fab fa-github pl-2"></span> b</p>',
    ),
    (
        ('a {{< icon name="brands/github" >}}{{< icon name="academicons/orcid" >}} b'),
        (
            '<p>a <span class="fab fa-github pr-1 fa-fw"></span><span class="ai '
            'ai-orcid pr-1 fa-fw"></span> b</p>'
        ),
    ),
    (
        'a {{< icon name="cv" pack="ai" >}} b',
        '<p>a <span class="ai ai-cv pr-1 fa-fw"></span> b</p>',
    ),
    (
        'a {{< icon name="hero/academic-cap" >}} b',
        "<p>a b</p>",
    ),
    (
        '{{< icon name="circle-check" >}}',
        (
            '<p><span class="fas fa-circle-check pr-1 fa-fw"></span><span '
            'class="sd-visually-hidden">circle check</span></p>'
        ),
    ),
    (
        '{{< icon name="hero/academic-cap" >}}',
        "<p>academic cap</p>",
    ),
    (
        'a {{< icon name="🚀" >}} b',
        "<p>a 🚀 b</p>",
    ),
    (
        'x {{< mention "nobody here" >}} y',
        "<p>x nobody here y</p>",
    ),
]

BUTTONS: list[tuple[str, str]] = [
    (
        '{{< button url="https://e.example/" >}}Go *now*{{< /button >}}',
        (
            '<p class="sd-text-left"><a class="[BTN] sd-btn-primary reference '
            'external" href="https://e.example/">Go now</a></p>'
        ),
    ),
    (
        (
            '{{< button url="#a" text="T" new_tab=true style="secondary" '
            'size="lg" align="center" icon="download" rounded="full" />}}'
        ),
        (
            '<p class="sd-text-center"><a class="[BTN] sd-btn-secondary sd-fs-5 '
            'sd-px-4 sd-rounded-pill reference internal" href="#a"><span><span '
            'class="fas fa-download"></span> T</span></a></p>'
        ),
    ),
    (
        (
            'x {{< button url="#a" style="ghost" size="sm" rounded="sm" icon="x" '
            'icon_position="right" >}}In{{< /button >}} y'
        ),
        (
            '<p>x <a class="[BTN] sd-btn-light sd-fs-6 sd-rounded-1 reference '
            'internal" href="#a"><span>In <span class="fas fa-x"></span></span>'
            "</a> y</p>"
        ),
    ),
    (
        (
            '{{< button url="#a" style="outline" size="xl" rounded="xl" '
            'align="right" >}}A{{< /button >}}'
        ),
        (
            '<p class="sd-text-right"><a class="[BTN] sd-btn-outline-primary '
            'sd-fs-4 sd-px-5 sd-py-3 sd-rounded-3 reference internal" href="#a">'
            "<span>A</span></a></p>"
        ),
    ),
    (
        '{{< button disabled=true rounded="lg" >}}Off{{< /button >}}',
        (
            '<p class="sd-text-left"><span class="disabled [BTN] sd-btn-primary '
            'sd-rounded-2">Off</span></p>'
        ),
    ),
    (
        (
            '{{< cta cta_text="Go *on*" cta_link="https://e.example/" '
            'cta_new_tab="true" >}}'
        ),
        (
            '<p class="cta-group"><a class="[BTN] sd-btn-primary reference '
            'external" href="https://e.example/" rel="noopener" '
            'target="_blank">Go <em>on</em></a></p>'
        ),
    ),
    (
        (
            '{{< cta cta_text="A" cta_link="#a" cta_alt_text="B" '
            'cta_alt_link="#c0" cta_alt_new_tab="true" >}}'
        ),
        (
            '<p class="cta-group"><a class="[BTN] sd-btn-primary reference '
            'internal" href="#a"><span>A</span></a> <a class="reference '
            'internal" href="#c0">B</a></p>'
        ),
    ),
    (
        '{{% cta cta_text="A" cta_link="#a" %}}',
        (
            '<p class="cta-group"><a class="[BTN] sd-btn-primary reference '
            'internal" href="#a"><span>A</span></a></p>'
        ),
    ),
]

CARDS: list[tuple[str, str]] = [
    (
        (
            '{{< cards cols=3 >}}\n  {{< card url="https://e.example/" title="A" '
            'subtitle="b *c*" icon="rocket" >}}\n\n    {{< card title="D" >}}\n{{< '
            "/cards >}}"
        ),
        (
            '<div class="[GRID] docutils"><div class="sd-row sd-row-cols-1 '
            "sd-row-cols-xs-1 sd-row-cols-sm-2 sd-row-cols-md-3 sd-row-cols-lg-3 "
            '[GAP] docutils"><div class="sd-col sd-d-flex-row docutils"><div '
            'class="[CARD] sd-w-100 sd-card-hover docutils"><div '
            'class="sd-card-body docutils"><div class="[TITLE] docutils"><span '
            'class="fas fa-rocket"></span> A</div><p class="sd-card-text">b '
            '<em>c</em></p></div><a class="[COVER] reference external" '
            'href="https://e.example/"><span class="sd-visually-hidden">A</span>'
            '</a></div></div><div class="sd-col sd-d-flex-row docutils"><div '
            'class="[CARD] sd-w-100 docutils"><div class="sd-card-body '
            'docutils"><div class="[TITLE] docutils">D</div></div></div></div>'
            "</div></div>"
        ),
    ),
    (
        '{{% cards %}}\n{{< card title="A" >}}\n\nAnd *text*.\n{{% /cards %}}',
        (
            '<div class="[GRID] docutils"><div class="sd-row sd-row-cols-1 '
            "sd-row-cols-xs-1 sd-row-cols-sm-1 sd-row-cols-md-1 sd-row-cols-lg-1 "
            '[GAP] docutils"><div class="sd-col sd-d-flex-row docutils"><div '
            'class="[CARD] sd-w-100 docutils"><div class="sd-card-body '
            'docutils"><div class="[TITLE] docutils">A</div></div></div></div>'
            "</div></div><p>And <em>text</em>.</p>"
        ),
    ),
    (
        "{{< cards >}}{{< /cards >}}",
        "",
    ),
    (
        '{{< embed platform="huggingface" resource="org/model" type="model" >}}',
        (
            '<div class="[CARD] sd-mb-3 sd-card-hover docutils"><div '
            'class="sd-card-body docutils"><div class="[TITLE] '
            'docutils">org/model</div><div class="sd-card-subtitle '
            'docutils">Hugging Face · model</div></div><a class="[COVER] '
            'reference external" href="https://huggingface.co/org/model"><span '
            'class="sd-visually-hidden">org/model</span></a></div>'
        ),
    ),
    (
        (
            '{{< embed platform="huggingface" resource="org/data" type="dataset" '
            'title="T" description="D *e*" thumbnail=true width=5 height=6 '
            'quality=7 formats="webp" >}}'
        ),
        (
            '<div class="[CARD] sd-mb-3 sd-card-hover docutils"><div '
            'class="sd-card-body docutils"><div class="[TITLE] docutils">T</div>'
            '<div class="sd-card-subtitle docutils">Hugging Face · dataset</div>'
            '<p class="sd-card-text">D <em>e</em></p></div><a class="[COVER] '
            'reference external" href="https://huggingface.co/datasets/org/data">'
            '<span class="sd-visually-hidden">T</span></a></div>'
        ),
    ),
    (
        (
            '{{< embed platform="github" resource="repo" user="me" type="repo" '
            'image="pic.png" >}}'
        ),
        (
            '<div class="[CARD] sd-mb-3 sd-card-hover docutils"><div '
            'class="sd-card-header docutils"><img alt="" src="pic.png"></div>'
            '<div class="sd-card-body docutils"><div class="[TITLE] '
            'docutils">me/repo</div><div class="sd-card-subtitle '
            'docutils">GitHub · repo</div></div><a class="[COVER] reference '
            'external" href="https://github.com/me/repo"><span '
            'class="sd-visually-hidden">me/repo</span></a></div>'
        ),
    ),
    (
        '{{< embed url="https://e.example/x" title="Page" >}}',
        (
            '<div class="[CARD] sd-mb-3 sd-card-hover docutils"><div '
            'class="sd-card-body docutils"><div class="[TITLE] '
            'docutils">Page</div></div><a class="[COVER] reference external" '
            'href="https://e.example/x">'
            '<span class="sd-visually-hidden">Page</span></a></div>'
        ),
    ),
]
