"""Calls of Hugo Blox that are wrong.

Words in square brackets stand for what repeats, see ``SHORT``.
"""

from __future__ import annotations

FAULTS: list[tuple[str, str, list[str]]] = [
    (
        "{{< spoiler >}}x{{< /spoiler >}}",
        (
            '<div class="updates-notice docutils"><p><code class="[CODE]"><span '
            'class="pre">{{&lt;</span> <span class="pre">spoiler</span> <span '
            'class="pre">&gt;}}</span></code></p></div>'
        ),
        [
            (
                "shortcode 'spoiler': it needs the argument 'text'; the call is "
                "shown as it is written [ARG]"
            ),
        ],
    ),
    (
        '{{< cta cta_link="#a" >}}',
        "",
        [
            (
                "shortcode 'cta': it has no 'cta_text', so there is nothing to "
                "show; add it [ARG]"
            ),
        ],
    ),
    (
        (
            '{{< button url="javascript:alert(1)" style="loud" size=7 >}}x{{< '
            "/button >}}"
        ),
        ('<p class="sd-text-left"><span class="[BTN] sd-btn-primary">x</span></p>'),
        [
            (
                "shortcode 'button': argument 'style' must be one of primary, "
                "secondary, outline, ghost, got 'loud'; it is left out [ARG]"
            ),
            (
                "shortcode 'button': argument 'size' must be one of sm, md, lg, "
                "xl, got '7'; it is left out [ARG]"
            ),
            (
                "link 'javascript:alert(1)' is not a URL; correct it "
                "[sphinx_updates.link]"
            ),
        ],
    ),
    (
        '{{< cta cta_text="x" cta_link="javascript:alert(1)" >}}',
        '<p class="cta-group"><span class="[BTN] sd-btn-primary">x</span></p>',
        [
            (
                "link 'javascript:alert(1)' is not a URL; correct it "
                "[sphinx_updates.link]"
            ),
        ],
    ),
    (
        '{{< staticref "javascript:alert(1)" >}}x{{< /staticref >}}',
        "<p><span>x</span></p>",
        [
            (
                "link 'javascript:alert(1)' is not a URL; correct it "
                "[sphinx_updates.link]"
            ),
        ],
    ),
    (
        '{{< icon name="a b" >}}',
        "",
        [
            ("shortcode 'icon': 'a b' is no name of an icon, such as 'envelope' [ARG]"),
        ],
    ),
    (
        '{{< icon name="x" padding_left="wide" >}}',
        (
            '<p><span class="fas fa-x pr-1 fa-fw"></span><span '
            'class="sd-visually-hidden">x</span></p>'
        ),
        [
            (
                "shortcode 'icon': argument 'padding_left' must be a whole "
                "number, got 'wide'; it is left out [ARG]"
            ),
        ],
    ),
    (
        '{{< cards cols="99999999999" >}}{{< card title="A" >}}{{< /cards >}}',
        (
            '<div class="[GRID] docutils"><div class="sd-row sd-row-cols-1 '
            "sd-row-cols-xs-1 sd-row-cols-sm-1 sd-row-cols-md-1 sd-row-cols-lg-1 "
            '[GAP] docutils"><div class="sd-col sd-d-flex-row docutils"><div '
            'class="[CARD] sd-w-100 docutils"><div class="sd-card-body '
            'docutils"><div class="[TITLE] docutils">A</div></div></div></div>'
            "</div></div>"
        ),
        [
            (
                "shortcode 'cards': argument 'cols' must be a whole number, got "
                "'99999999999'; it is left out [ARG]"
            ),
        ],
    ),
    (
        (
            '{{< cards cols="500" >}}{{< card url="javascript:x" title="A" '
            ">}}{{< /cards >}}"
        ),
        (
            '<div class="[GRID] docutils"><div class="sd-row sd-row-cols-1 '
            "sd-row-cols-xs-1 sd-row-cols-sm-2 sd-row-cols-md-12 "
            'sd-row-cols-lg-12 [GAP] docutils"><div class="sd-col sd-d-flex-row '
            'docutils"><div class="[CARD] sd-w-100 sd-card-hover docutils"><div '
            'class="sd-card-body docutils"><div class="[TITLE] docutils">A</div>'
            '</div><span class="[COVER]">'
            '<span class="sd-visually-hidden">A</span></span></div></div></div>'
            "</div>"
        ),
        [
            "link 'javascript:x' is not a URL; correct it [sphinx_updates.link]",
        ],
    ),
    (
        "{{< embed >}}",
        "",
        [
            (
                "shortcode 'embed': it needs a 'resource' or a 'url'; the call "
                "is left out [ARG]"
            ),
        ],
    ),
    (
        '{{< embed platform="github" resource="a b?c" >}}',
        (
            '<div class="[CARD] sd-mb-3 docutils"><div class="sd-card-body '
            'docutils"><div class="[TITLE] docutils">a b?c</div><div '
            'class="sd-card-subtitle docutils">GitHub</div></div></div>'
        ),
        [
            (
                "shortcode 'embed': 'resource' must be a name such as "
                "owner/name, got 'a b?c' [ARG]"
            ),
        ],
    ),
    (
        '{{< embed url="javascript:x" title="A" image="javascript:x" >}}',
        (
            '<div class="[CARD] sd-mb-3 sd-card-hover docutils"><div '
            'class="sd-card-header docutils"><img alt="" src=""></div><div '
            'class="sd-card-body docutils"><div class="[TITLE] docutils">A</div>'
            '</div><span class="[COVER]">'
            '<span class="sd-visually-hidden">A</span></span></div>'
        ),
        [
            (
                "image 'javascript:x' is neither a file nor an address on the "
                "web [sphinx_updates.image]"
            ),
            "link 'javascript:x' is not a URL; correct it [sphinx_updates.link]",
        ],
    ),
    (
        '{{< figure caption="x" >}}',
        (
            '<div class="updates-notice docutils"><p><code class="[CODE]"><span '
            'class="pre">{{&lt;</span> <span class="pre">figure</span> <span '
            'class="pre">caption="x"</span> <span class="pre">&gt;}}</span>'
            "</code></p></div>"
        ),
        [
            (
                "shortcode 'figure': it needs the argument 'src'; the call is "
                "shown as it is written [ARG]"
            ),
        ],
    ),
    (
        '{{< figure src="nope.png" max_width="url(x)" theme="blue" >}}',
        (
            '<figure class="align-default"><img alt="" class="no-scaled-link" '
            'src="nope.png"></figure>'
        ),
        [
            (
                "shortcode 'figure': argument 'theme' must be one of light, "
                "dark, got 'blue'; it is left out [ARG]"
            ),
            (
                "image 'nope.png' not found beside 'blog/a/index.md', below the "
                "posts' folder or in the documentation; put the file into the "
                "page bundle, or correct the path [sphinx_updates.image]"
            ),
        ],
    ),
    (
        '{{< video src="../../../etc/passwd" controls=1 poster="nope.png" >}}',
        (
            '<video controls="controls"><source src="../../../etc/passwd">'
            "</source></video>"
        ),
        [
            (
                "shortcode 'video': video '../../../etc/passwd' not found; put "
                "the file into the page bundle [sphinx_updates.image]"
            ),
            (
                "shortcode 'video': picture 'nope.png' not found; put the file "
                "into the page bundle [sphinx_updates.image]"
            ),
        ],
    ),
    (
        '{{< video src="javascript:x" >}}',
        "<p>javascript:x</p>",
        [
            (
                "shortcode 'video': video 'javascript:x' is not an address on "
                "the web [sphinx_updates.image]"
            ),
        ],
    ),
    (
        '{{< video src="https://e.example/v.mp4" poster="javascript:x" >}}',
        (
            '<video autoplay="autoplay" loop="loop" muted="muted" '
            'playsinline="playsinline"><source src="https://e.example/v.mp4" '
            'type="video/mp4"></source></video>'
        ),
        [
            (
                "shortcode 'video': picture 'javascript:x' is not an address on "
                "the web [sphinx_updates.image]"
            ),
        ],
    ),
    (
        '{{< audio src="nope.mp3" >}}',
        (
            '<audio controls="controls"><source src="nope.mp3" '
            'type="audio/mpeg"></source></audio>'
        ),
        [
            (
                "shortcode 'audio': audio 'nope.mp3' not found; put the file "
                "into the page bundle [sphinx_updates.image]"
            ),
        ],
    ),
    (
        '{{< gdocs src="javascript:alert(1)" >}}',
        "",
        [
            (
                "shortcode 'gdocs': 'src' must be an address that starts with "
                "https://, got 'javascript:alert(1)' [ARG]"
            ),
        ],
    ),
    (
        '{{< gdocs src="uploads/x" >}}',
        "",
        [
            (
                "shortcode 'gdocs': 'src' must be an address that starts with "
                "https://, got 'uploads/x' [ARG]"
            ),
        ],
    ),
    (
        '{{< bilibili "a&b" >}}',
        "",
        [
            (
                "shortcode 'bilibili': an id of a video such as BV1xx411c7mD is "
                "required, got 'a&b' [ARG]"
            ),
        ],
    ),
    (
        '{{< bilibili "BV1" "x" >}}',
        (
            '<div class="video-embed"><iframe src="https://player.bilibili.com/pl'
            'ayer.html?bvid=BV1&amp;page=1&amp;autoplay=0" title="Bilibili '
            'video" loading="lazy" [FRAME]></iframe></div>'
        ),
        [
            (
                "shortcode 'bilibili': argument 'p' must be a whole number, got "
                "'x'; it is left out [ARG]"
            ),
        ],
    ),
    (
        "{{< toggle >}}",
        (
            '<div class="updates-notice docutils"><p><code class="[CODE]"><span '
            'class="pre">{{&lt;</span> <span class="pre">toggle</span> <span '
            'class="pre">&gt;}}</span></code></p></div>'
        ),
        [
            (
                "template for shortcode 'toggle' not found; add a template to a "
                "folder of updates_shortcodes [sphinx_updates.shortcode_unknown]"
            ),
        ],
    ),
    (
        '{{< slide "x" >}}',
        '<hr class="docutils">',
        [],
    ),
]
