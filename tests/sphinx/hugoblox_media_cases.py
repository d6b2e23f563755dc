"""Calls of Hugo Blox with formulas, files and frames.

Words in square brackets stand for what repeats, see ``SHORT``.
"""

from __future__ import annotations

FORMULAS: list[tuple[str, str]] = [
    (
        "{{< math >}}\n$$a_1 < b_2$$\n{{< /math >}}",
        '<div class="math notranslate nohighlight">\\[a_1 &lt; b_2\\]</div>',
    ),
    (
        "x {{< math >}}$a_1*b*c$ and \\(d\\), so $e$.{{< /math >}} y",
        (
            '<p>x <span class="math notranslate nohighlight">\\(a_1*b*c\\)</span> '
            'and <span class="math notranslate nohighlight">\\(d\\)</span>, so '
            '<span class="math notranslate nohighlight">\\(e\\)</span>. y</p>'
        ),
    ),
    (
        (
            "{{% math %}}\\[a\\] then\n$$\\begin{align}b&=c\\end{align}$$ end{{% "
            "/math %}}"
        ),
        (
            '<div class="math notranslate nohighlight">\\[a\\]</div><p> then </p>'
            '<div class="math notranslate nohighlight">\\begin{align}b&amp;=c\\end{'
            "align}</div><p> end</p>"
        ),
    ),
    (
        "{{< math >}}\\begin{equation}a\\end{equation}{{< /math >}}",
        (
            '<div class="math notranslate nohighlight">\\begin{equation}a\\end{equa'
            "tion}</div>"
        ),
    ),
    (
        "{{< math >}}x^2{{< /math >}}",
        '<div class="math notranslate nohighlight">\\[x^2\\]</div>',
    ),
    (
        "a {{< math >}}x^2{{< /math >}} b",
        '<p>a <span class="math notranslate nohighlight">\\(x^2\\)</span> b</p>',
    ),
    (
        "{{< math >}}costs \\$5 or $x$<b>!</b>{{< /math >}}",
        (
            '<p>costs \\$5 or <span class="math notranslate '
            'nohighlight">\\(x\\)</span><strong>!</strong></p>'
        ),
    ),
    (
        "{{< math >}}{{< /math >}}",
        "",
    ),
    (
        "{{< mermaid >}}\ngraph TD; A --> B\n{{< /mermaid >}}",
        (
            '<div class="highlight-text notranslate"><div class="highlight">'
            "<pre><span></span>graph TD; A --&gt; B</pre></div></div>"
        ),
    ),
    (
        "{{< diagram >}}graph LR{{< /diagram >}}",
        (
            '<div class="highlight-text notranslate"><div class="highlight">'
            "<pre><span></span>graph LR</pre></div></div>"
        ),
    ),
]

FIGURES: list[tuple[str, str]] = [
    (
        '{{< figure src="pic.png" >}}',
        (
            '<figure class="align-default"><img alt="" class="no-scaled-link" '
            'src="pic.png"></figure>'
        ),
    ),
    (
        '{{< figure src="pic.png" caption="A *b*" numbered="true" >}}',
        (
            '<figure class="align-default" id="figure-a-b"><img alt="A b" '
            'class="no-scaled-link" src="pic.png"><figcaption><p><span '
            'class="caption-text"><span class="caption-number">Fig. 1: </span>A '
            "<em>b</em></span></p></figcaption></figure>"
        ),
    ),
    (
        (
            '{{< figure src="pic.png" title="Legacy `t`" alt="x" theme="light" '
            'class="c d" max_width="300" numbered="true" >}}'
        ),
        (
            '<figure class="c d align-default" id="figure-legacy-t" '
            'style="width: 300px"><img alt="x" class="no-scaled-link img-light" '
            'src="pic.png"><figcaption><p><span class="caption-text"><span '
            'class="caption-number">Fig. 2: </span>Legacy <code class="[CODE]">'
            '<span class="pre">t</span></code></span></p></figcaption></figure>'
        ),
    ),
    (
        (
            '{{< figure src="pic.png" caption="C" title="T" id="My Id" '
            'theme="dark" max_width="50%" width="40" height="30" '
            'lightbox="false" >}}'
        ),
        (
            '<figure class="align-default" id="figure-my-id" style="width: 50%">'
            '<img alt="C" class="no-scaled-link img-dark" height="30" '
            'src="pic.png" width="40"><figcaption><p><span '
            'class="caption-text">C</span></p></figcaption></figure>'
        ),
    ),
    (
        (
            '{{% figure src="pic.png" link="https://e.example/" '
            'max_width="fit-content" %}}'
        ),
        (
            '<figure class="align-default"><a class="image-reference reference '
            'external" href="https://e.example/" rel="noopener" target="_blank">'
            '<img alt="" class="no-scaled-link" src="pic.png"></a></figure>'
        ),
    ),
    (
        '{{< figure src="pic.png" link="#figure-my-id" >}}',
        (
            '<figure class="align-default"><a class="image-reference reference '
            'internal" href="#figure-my-id"><img alt="" class="no-scaled-link" '
            'src="pic.png"></a></figure>'
        ),
    ),
    (
        '{{< figure src="https://e.example/x.png" >}}',
        (
            '<figure class="align-default"><img alt="" class="no-scaled-link" '
            'src="https://e.example/x.png"></figure>'
        ),
    ),
    (
        'text {{< figure src="pic.png" >}} more',
        (
            '<p>text </p><figure class="align-default"><img alt="" '
            'class="no-scaled-link" src="pic.png"></figure><p>more</p>'
        ),
    ),
]

PLAYERS: list[tuple[str, str]] = [
    (
        '{{< video src="clip.mp4" >}}',
        (
            '<video autoplay="autoplay" loop="loop" muted="muted" '
            'playsinline="playsinline" poster="clip.jpg"><source src="clip.mp4" '
            'type="video/mp4"></source></video>'
        ),
    ),
    (
        ('{{< video src="clip.mp4" controls="yes" id="My clip" poster="pic.png" >}}'),
        (
            '<video controls="controls" id="video-my-clip" poster="pic.png">'
            '<source src="clip.mp4" type="video/mp4"></source></video>'
        ),
    ),
    (
        '{{< video src="posterless.webm" controls="yes" autoplay=true >}}',
        (
            '<video autoplay="autoplay" controls="controls" muted="muted" '
            'playsinline="playsinline"><source src="posterless.webm" '
            'type="video/webm"></source></video>'
        ),
    ),
    (
        (
            '{{< video src="posterless.webm" controls="yes" mute=true loop=true '
            'poster="https://e.example/p.jpg" >}}'
        ),
        (
            '<video controls="controls" loop="loop" muted="muted" '
            'poster="https://e.example/p.jpg"><source src="posterless.webm" '
            'type="video/webm"></source></video>'
        ),
    ),
    (
        '{{< video src="https://e.example/v.mp4" controls="yes" >}}',
        (
            '<video controls="controls"><source src="https://e.example/v.mp4" '
            'type="video/mp4"></source></video>'
        ),
    ),
    (
        '{{< audio src="sound.mp3" id="S" >}}',
        (
            '<audio controls="controls" id="audio-s"><source src="sound.mp3" '
            'type="audio/mpeg"></source></audio>'
        ),
    ),
    (
        '{{< gdocs src="https://docs.google.com/d/e/x/pub" >}}',
        (
            '<div class="video-embed"><iframe src="https://docs.google.com/d/e/x/'
            'pub" title="Google Docs" loading="lazy" [FRAME]></iframe></div>'
        ),
    ),
    (
        '{{< gdocs "//docs.google.com/d/e/x/pub" >}}',
        (
            '<div class="video-embed"><iframe src="https://docs.google.com/d/e/x/'
            'pub" title="Google Docs" loading="lazy" [FRAME]></iframe></div>'
        ),
    ),
    (
        "{{< bilibili BV1xx >}}",
        (
            '<div class="video-embed"><iframe src="https://player.bilibili.com/pl'
            'ayer.html?bvid=BV1xx&amp;page=1&amp;autoplay=0" title="Bilibili '
            'video" loading="lazy" [FRAME]></iframe></div>'
        ),
    ),
    (
        '{{< bilibili id="BV1xx" p=3 >}}',
        (
            '<div class="video-embed"><iframe src="https://player.bilibili.com/pl'
            'ayer.html?bvid=BV1xx&amp;page=3&amp;autoplay=0" title="Bilibili '
            'video" loading="lazy" [FRAME]></iframe></div>'
        ),
    ),
]
