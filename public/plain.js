/*
 * For the plain pages: reads aloud, and fetches the app once the page is there. Written for old browsers, because these
 * pages are what they can show. The app takes the page's place by itself when it has something to show.
 */
(function () {
  'use strict';
  var own = document.currentScript;
  var read = document.getElementById('plain-read');
  var open = document.getElementById('plain-open');
  var begun = false;
  var install = null;

  function hasRules(styles) {
    try {
      return styles.sheet.cssRules.length > 0;
    } catch (error) {
      return false;
    }
  }

  // A stylesheet that did not come looks to scripts like an empty one: only one with rules counts, and is asked for again.
  function addStyles(href, wait, failed) {
    var styles = document.createElement('link');
    function again() {
      setTimeout(function () {
        addStyles(href, Math.min(wait * 2, 30000), styles);
      }, wait);
    }
    styles.rel = 'stylesheet';
    styles.className = 'app-styles';
    // Fetched now, and used when the app shows.
    styles.media = 'not all';
    styles.onload = function () {
      if (!hasRules(styles)) again();
      else styles.setAttribute('data-came', '');
    };
    styles.onerror = again;
    styles.href = href;
    // In the same place: what comes later in the head wins.
    if (failed) document.head.replaceChild(styles, failed);
    else document.head.appendChild(styles);
  }

  function startApp() {
    if (begun || !own || !('noModule' in own)) return;
    begun = true;
    (own.getAttribute('data-styles') || '').split(' ').forEach(function (href) {
      if (href) addStyles(href, 500, null);
    });
    var script = document.createElement('script');
    script.type = 'module';
    script.src = own.getAttribute('data-app');
    document.head.appendChild(script);
  }

  // Whoever saves data gets the app when he asks for it.
  var line = navigator.connection;
  var saves = Boolean(line && (line.saveData || /2g/.test(line.effectiveType || '')));
  if (open && own && 'noModule' in own) {
    open.hidden = !saves;
    open.addEventListener('click', function () {
      if (install) install.prompt();
      else {
        open.disabled = true;
        startApp();
      }
    });
    window.addEventListener('beforeinstallprompt', function (event) {
      event.preventDefault();
      install = event;
      open.textContent = open.getAttribute('data-install');
      open.hidden = false;
    });
  }
  if (!saves) {
    if (document.readyState === 'complete') startApp();
    else window.addEventListener('load', startApp);
  }

  var voice = window.speechSynthesis;
  if (!read || !voice || !window.SpeechSynthesisUtterance) return;
  var words = read.textContent;
  var at = -1;

  function parts() {
    var found = document.querySelectorAll(
      '#plain h1, #plain-text h2, #plain-text p:not(.pager), #plain-text li, #plain-text dl > div, #plain-text tr',
    );
    return Array.prototype.filter.call(found, function (one) {
      return one.textContent.trim() !== '';
    });
  }

  function textOf(part) {
    if (part.children.length === 0) return part.textContent.trim();
    return Array.prototype.map
      .call(part.children, function (child) {
        return child.textContent.trim();
      })
      .filter(Boolean)
      .join('，');
  }

  function mark(part) {
    var before = document.querySelector('#plain .reading');
    if (before) before.classList.remove('reading');
    if (!part) return;
    part.classList.add('reading');
    if (part.scrollIntoView) part.scrollIntoView({ block: 'nearest' });
  }

  function stop() {
    at = -1;
    voice.cancel();
    mark(null);
    read.textContent = words;
    document.documentElement.removeAttribute('data-reading');
  }

  function next() {
    var part = parts()[at];
    if (!part) return stop();
    var mine = at;
    mark(part);
    var said = new SpeechSynthesisUtterance(part.tagName === 'P' ? part.textContent : textOf(part));
    said.lang = document.documentElement.lang;
    said.rate = 0.9;
    said.onend = said.onerror = function () {
      if (at !== mine) return;
      at += 1;
      next();
    };
    voice.speak(said);
  }

  read.hidden = false;
  read.addEventListener('click', function () {
    if (at >= 0) return stop();
    at = 0;
    read.textContent = read.getAttribute('data-stop');
    // The app waits with taking over while somebody listens.
    document.documentElement.setAttribute('data-reading', '');
    next();
  });
})();
