// Conveniences; everything works without them. Limited to what Chromium 87 and iOS 14 support.
;(() => {
  // Keeps hotlines and read lessons for a time without a network.
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/service-worker.js').catch(() => {})

  const store = (() => {
    try {
      return window.localStorage
    } catch {
      return null // The browser refuses storage.
    }
  })()

  // 大字: without this script the link leads to a page that says how to enlarge text in the browser.
  const large = document.querySelector('[data-large]')
  if (large && store) {
    const root = document.documentElement
    const show = (on) => {
      root.classList.toggle('large', on)
      large.textContent = on ? '小字' : '大字'
    }
    show(store.getItem('large') === '1')
    large.addEventListener('click', (event) => {
      event.preventDefault()
      const on = !root.classList.contains('large')
      show(on)
      try {
        on ? store.setItem('large', '1') : store.removeItem('large')
      } catch {
        // Storage is full: large on this page only.
      }
    })
  }

  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }

  // Number of characters left, shown only near the bound.
  for (const field of document.querySelectorAll('[data-max]')) {
    const max = Number(field.dataset.max)
    const note = document.createElement('p')
    note.className = 'count'
    note.setAttribute('role', 'status')
    field.after(note)
    const count = () => {
      const used = Array.from(field.value).length
      if (used <= max * 0.75) note.textContent = ''
      else if (used > max) note.textContent = `多了 ${used - max} 个字`
      else note.textContent = `还可以写 ${max - used} 个字`
    }
    field.addEventListener('input', count)
    count()
  }

  // Screen reader and keyboard focus start at the error summary.
  const errors = document.querySelector('.error-summary')
  if (errors) errors.focus()
})()

// Leaving a page about violence or bullying at once: apart from the above, so that a fault there cannot stop it. Without this script the link leads away all the same; with it
// nothing of the page stays behind the back button.
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
