/* Comments below a post: giscus is asked for when a reader wants them, not before.
   The colours follow those of the page. */
(() => {
  "use strict";
  const ORIGIN = "https://giscus.app";
  const darkMedia = window.matchMedia("(prefers-color-scheme: dark)");

  // Themes say it on <html> (pydata, book) or on <body> (furo); "auto" is the system's.
  const isDark = () => {
    for (const element of [document.documentElement, document.body]) {
      const said = element.dataset.theme;
      if (said === "dark" || said === "light") return said === "dark";
    }
    return darkMedia.matches;
  };

  for (const section of document.querySelectorAll(".updates-comments")) {
    const button = section.querySelector("button");
    const theme = () => (isDark() ? section.dataset.dark : section.dataset.light);
    let frame = null;

    const follow = () => {
      frame = frame || section.querySelector("iframe.giscus-frame");
      if (frame) frame.contentWindow.postMessage({ giscus: { setConfig: { theme: theme() } } }, ORIGIN);
    };

    const load = () => {
      const script = document.createElement("script");
      for (const [name, value] of Object.entries(button.dataset)) script.dataset[name] = value;
      script.dataset.theme = theme();
      script.src = ORIGIN + "/client.js";
      script.async = true;
      script.crossOrigin = "anonymous";
      const place = document.createElement("div");
      place.className = "giscus";
      section.append(place);
      place.append(script);
      button.remove();
      const observer = new MutationObserver(follow);
      for (const element of [document.documentElement, document.body]) {
        observer.observe(element, { attributes: true, attributeFilter: ["data-theme"] });
      }
      darkMedia.addEventListener("change", follow);
    };

    if (section.dataset.load === "scroll" && "IntersectionObserver" in window) {
      const watcher = new IntersectionObserver((entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          watcher.disconnect();
          load();
        }
      }, { rootMargin: "200px" });
      watcher.observe(section);
    } else {
      button.hidden = false;
      button.addEventListener("click", load, { once: true });
    }
  }
})();
