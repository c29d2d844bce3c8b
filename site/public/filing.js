// The filing form: drafts, and help when the answer is chosen. Everything works without it. It comes after form.js.
// Limited to what Chromium 87 and iOS 14 support.
;(() => {
  const form = document.querySelector('[data-file-form]')
  const { local, put, origin, isOrigin, isKept, typed, fill } = window.form
  const prefix = 'liuchixiang-draft'
  // After sending: delete the draft of this filing.
  if (document.querySelector('[data-done]') && local) local.removeItem(prefix + origin)
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

  const life = 7 * 24 * 3600 * 1000
  const box = form.querySelector('[data-draft]')
  const tick = form.querySelector('#keep-draft')
  const refused = form.querySelector('[data-draft-refused]')
  const list = form.querySelector('[data-drafts]')
  box.hidden = false

  const read = (key) => {
    try {
      const draft = JSON.parse(local.getItem(key))
      if (draft.values.length > 0 && Date.now() - draft.at < life) return draft
    } catch {
      // Not ours or corrupt.
    }
    local.removeItem(key)
    return null
  }
  const remove = (from) => {
    local.removeItem(prefix + from)
    if (from === origin) tick.checked = false
    show()
  }
  const line = (from, { at, title }) => {
    const item = document.createElement('li')
    const link = document.createElement(from === origin ? 'b' : 'a')
    if (from !== origin) link.href = from
    link.textContent = title || '说事'
    const when = new Date(at)
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'link-button'
    button.textContent = '删掉'
    button.addEventListener('click', () => remove(from))
    item.append(link, `，${when.getMonth() + 1} 月 ${when.getDate()} 日存的 `, button)
    return item
  }
  const show = () => {
    const keys = Object.keys(local || {}).filter((key) => key.indexOf(prefix) === 0)
    const lines = keys.map((key) => [key.slice(prefix.length), read(key)]).filter(([, draft]) => draft)
    list.textContent = ''
    for (const [from, draft] of lines) list.append(line(from, draft))
    list.parentNode.hidden = lines.length === 0
  }
  const save = () => {
    if (!tick.checked) return
    const draft = { at: Date.now(), title: form.dataset.title, values: typed() }
    refused.hidden = put(local, prefix + origin, JSON.stringify(draft))
    if (refused.hidden) return
    if (local) local.removeItem(prefix + origin)
    tick.checked = false
    show()
  }

  const draft = local && read(prefix + origin)
  if (draft) {
    tick.checked = true
    if (isOrigin && !isKept) fill(draft.values)
    else save() // The words on the page are newer, also those typed before this script ran.
  }
  showDanger()
  show()
  tick.addEventListener('change', () => {
    if (tick.checked) save()
    else if (local) local.removeItem(prefix + origin)
    show()
  })
  form.addEventListener('input', save)
})()
