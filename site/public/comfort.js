// Conveniences; everything works without them. Limited to what Chromium 87 and iOS 14 support.
;(() => {
  // Keeps hotlines and read lessons for a time without a network.
  if ('serviceWorker' in navigator) navigator.serviceWorker.register('/service-worker.js').catch(() => {})

  const key = 'liuchixiang-draft'
  const life = 7 * 24 * 3600 * 1000
  const store = (() => {
    try {
      return window.localStorage
    } catch {
      return null // The browser refuses storage: no drafts.
    }
  })()
  const form = document.querySelector('[data-file-form]')

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

  // After sending: delete the draft.
  if (document.querySelector('[data-done]') && store) store.removeItem(key)

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

  if (!form) return

  // Help appears when the answer is chosen, not only after sending.
  const panel = form.querySelector('[data-danger]')
  const showDanger = () => {
    const yes = form.querySelector('input[name="danger"][value="true"]')
    panel.hidden = !yes.checked
    panel.querySelector('[data-contact]').disabled = !yes.checked
    for (const part of document.querySelectorAll('[data-exit]')) if (yes.checked) part.hidden = false
  }
  form.addEventListener('change', (event) => {
    if (event.target.name === 'danger') showDanger()
  })

  if (!store) return
  const box = form.querySelector('[data-draft]')
  const keep = form.querySelector('#keep-draft')
  box.hidden = false

  const left = ['website', 'consent']
  const fields = () => Array.from(form.elements).filter((field) => field.name && left.indexOf(field.name) < 0)
  const save = () => {
    if (!keep.checked) return
    const values = {}
    for (const field of fields()) {
      if (field.type === 'radio' || field.type === 'checkbox') {
        if (field.checked) values[field.name] = field.value
      } else values[field.name] = field.value
    }
    store.setItem(key, JSON.stringify({ at: Date.now(), values }))
  }
  const read = () => {
    try {
      const draft = JSON.parse(store.getItem(key))
      if (draft && Date.now() - draft.at < life) return draft.values
    } catch {
      // Not ours or corrupt: ignore the draft.
    }
    store.removeItem(key)
    return null
  }

  const draft = read()
  const blank = fields().every((field) =>
    field.type === 'radio' || field.type === 'checkbox' ? !field.checked : !field.value,
  )
  if (draft) {
    keep.checked = true
    if (blank)
      for (const field of fields()) {
        if (field.type === 'radio' || field.type === 'checkbox')
          field.checked = draft[field.name] === field.value
        else field.value = draft[field.name] || ''
      }
  }
  showDanger()
  keep.addEventListener('change', () => (keep.checked ? save() : store.removeItem(key)))
  form.addEventListener('input', save)
})()
