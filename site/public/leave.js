// Leaving a page about violence or bullying at once. Without this script the link leads away all the same; with it
// nothing of the page stays behind the back button. Limited to what Chromium 87 and iOS 14 support.
;(() => {
  const link = document.querySelector('[data-leave]')
  if (!link) return
  const out = link.dataset.leave
  const blank = () => {
    document.documentElement.hidden = true
    window.location.replace(out)
  }

  document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-leave]')) return
    event.preventDefault()
    for (const form of document.forms) form.reset()
    // functions/domain/basics/bounds.ts names the cookie; /leave sets it too, but may not be reached.
    document.cookie = 'left=1; path=/; max-age=900; samesite=lax'
    try {
      window.localStorage.clear()
      window.sessionStorage.clear()
    } catch {
      // The browser refuses storage: no drafts.
    }
    if (navigator.sendBeacon) navigator.sendBeacon('/leave')
    blank()
  })

  // Reached by the back button after leaving: blank. Opened anew: as always.
  window.addEventListener('pageshow', (event) => {
    if (!/(^|; )left=1/.test(document.cookie)) return
    const [entry] = performance.getEntriesByType('navigation')
    // iOS 14 knows only the older interface, in which 2 stands for Back.
    const { type: older } = Object(Reflect.get(performance, 'navigation'))
    if (event.persisted || (entry ? entry.type === 'back_forward' : older === 2)) blank()
  })
})()
