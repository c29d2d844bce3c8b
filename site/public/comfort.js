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
