// Comfort on pages with a form; everything works without it. Kept to what Chromium 87 and iOS 14 know.
;(() => {
  const key = 'liuchixiang-draft'
  const life = 7 * 24 * 3600 * 1000
  const store = (() => {
    try {
      return window.localStorage
    } catch {
      return null // Refused by the browser's settings: then there are no drafts.
    }
  })()
  const form = document.querySelector('[data-file-form]')

  // After sending: the draft goes.
  if (document.querySelector('[data-done]') && store) store.removeItem(key)

  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }

  // How many characters are left, said only near the end.
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

  // A reader's voice and the keyboard begin where something is wrong.
  const errors = document.querySelector('.error-summary')
  if (errors) errors.focus()

  if (!form) return

  // Help appears with the answer, not only after sending.
  const panel = form.querySelector('[data-danger]')
  const showDanger = () => {
    const yes = form.querySelector('input[name="danger"][value="true"]')
    panel.hidden = !yes.checked
    panel.querySelector('[data-contact]').disabled = !yes.checked
  }
  form.addEventListener('change', (event) => {
    if (event.target.name === 'danger') showDanger()
  })

  // Leaving quickly leaves nothing behind: no draft, no filled form one step back.
  for (const link of document.querySelectorAll('[data-leave]'))
    link.addEventListener('click', (event) => {
      event.preventDefault()
      if (store) store.removeItem(key)
      form.reset()
      window.location.replace(link.href)
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
      // Not ours or broken: as if there were none.
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
