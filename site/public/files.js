// Forms with a file: several are chosen at once and sent one after another, each with its progress. Everything works
// without it. Limited to what Chromium 87 and iOS 14 support.
;(() => {
  const input = document.querySelector('input[type="file"]')
  if (!input) return
  const { form } = input
  const button = form.querySelector('button[type="submit"]')
  const label = button.textContent
  const make = (tag, attributes, ...inside) => {
    const element = document.createElement(tag)
    for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name])
    element.append(...inside)
    return element
  }

  input.multiple = true
  for (const part of form.querySelectorAll('[data-one]')) {
    part.textContent = part.dataset.one
    part.hidden = !part.dataset.one
  }

  const said = make('b', { role: 'status', tabindex: '-1' })
  const list = make('ul', { class: 'lines', hidden: '' })
  button.parentNode.after(make('p', {}, said), list)
  let lines = []
  let sending = false
  let summary = null

  /** Posts to the form's own address; the status is 0 if the answer never came, or nothing moved for 90 seconds. */
  const post = (body, moved) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest()
      let silence
      const wait = () => {
        clearTimeout(silence)
        silence = setTimeout(() => request.abort(), 90000)
      }
      request.open('POST', form.getAttribute('action'))
      request.setRequestHeader('Accept', 'application/json')
      request.upload.onprogress = ({ loaded, total }) => {
        wait()
        if (moved) moved(loaded / total)
      }
      request.onloadend = () => {
        clearTimeout(silence)
        let answer = {}
        try {
          answer = JSON.parse(request.responseText)
        } catch {
          // A page: the session has ended, or the network answered instead.
        }
        resolve({ status: request.status, answer })
      }
      wait()
      request.send(body)
    })
  const sentence = ({ detail, title, errors = [] }) =>
    detail || errors[0]?.message || title || '没有收下。请重新打开这一页，再交一次。'

  const show = (line, state, text) => {
    line.state = state
    line.words.textContent = text
    line.words.className = state === 'broken' || state === 'refused' ? 'field-error' : 'soft small'
    line.bar.hidden = state !== 'sending'
    line.again.hidden = state !== 'broken'
  }
  const addLine = (file, name, texts) => {
    const line = {
      ...{ file, name, texts },
      title: make('b', {}, name),
      words: make('div', {}),
      bar: make('progress', { max: 1, value: 0, 'aria-label': `${name}，传了多少` }),
      again: make('button', { type: 'button', class: 'button secondary' }, '再试一次'),
    }
    line.again.setAttribute('aria-label', `再试一次：${name}`)
    line.again.addEventListener('click', () => {
      show(line, 'waiting', '等着传')
      said.focus()
      return run()
    })
    list.append(make('li', {}, line.title, line.bar, line.words, line.again))
    lines.push(line)
    if (file.size > Number(input.dataset.maxBytes)) show(line, 'refused', input.dataset.tooBig)
    else show(line, 'waiting', '等着传')
  }

  const send = async (line) => {
    show(line, 'sending', '正在传')
    said.textContent = `正在交第 ${lines.indexOf(line) + 1} 份，共 ${lines.length} 份。请不要离开这一页。`
    line.texts.set(input.name, line.file, line.name)
    const { status, answer } = await post(line.texts, (part) => {
      line.bar.value = part
      line.words.textContent = part < 1 ? `已传 ${Math.floor(part * 100)}%` : '传完了，正在收'
    })
    if (status === 201) {
      line.title.replaceWith(make('a', { href: answer.path }, line.title.textContent))
      show(line, 'done', '收下了')
    } else if (status === 0) show(line, 'broken', '断了，没有收下。')
    else show(line, status === 400 || status >= 500 ? 'broken' : 'refused', sentence(answer))
  }

  /** Shows the list of the page as it is now, if it has one. */
  const refresh = async () => {
    const given = document.querySelector('[data-given]')
    if (!given) return
    const html = await (await fetch(window.location.pathname)).text()
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-given]')
    if (fresh) given.replaceWith(fresh)
  }

  const setSending = (is) => {
    sending = is
    button.textContent = is ? '正在交…' : label
  }
  const warn = (event) => {
    event.preventDefault()
    event.returnValue = ''
  }
  const run = async () => {
    if (sending) return
    setSending(true)
    window.addEventListener('beforeunload', warn)
    const next = () => lines.find(({ state }) => state === 'waiting')
    for (let line = next(); line; line = next()) await send(line)
    window.removeEventListener('beforeunload', warn)
    setSending(false)
    const done = lines.filter(({ state }) => state === 'done').length
    const left = lines.length - done
    if (left === 0) {
      form.reset()
      // As after a form that was sent: form.js puts nothing back.
      window.history.replaceState(null, '', '#added')
    }
    said.textContent = [
      done && `收下了 ${done} 份。`,
      left && `${left} 份没有收下。`,
      !left && '原件请自己留好。',
    ]
      .filter(Boolean)
      .join('')
    if (done > 0) await refresh().catch(() => {})
  }

  /** What is wrong with the other fields; asked without a file, so that nobody uploads for nothing. */
  const faults = async (texts) => {
    const body = new URLSearchParams()
    texts.forEach((value, name) => {
      body.append(name, value)
    })
    const { status, answer } = await post(body)
    if (status === 0) return [{ message: '现在连不上，还没有交。请在信号好的地方再点一次。' }]
    if (status !== 422 || !answer.errors) return [{ message: sentence(answer) }]
    return answer.errors.filter(({ field }) => field !== input.name)
  }
  const complain = (errors) => {
    const items = errors.map(({ field, message }) =>
      make('li', {}, field ? make('a', { href: `#${field}` }, message) : message),
    )
    const title = make('h2', {}, `有 ${errors.length} 处，请您再看一看`)
    summary = make('div', { class: 'error-summary', role: 'alert', tabindex: '-1' }, title)
    summary.append(make('p', {}, '选好的都还在。'), make('ul', {}, ...items))
    form.before(summary)
    summary.focus()
  }

  form.addEventListener('submit', async (event) => {
    const chosen = Array.from(input.files, (file) => ({ file, name: file.name }))
    // From recorder.js, if it runs.
    const { recorder } = window
    const recording = recorder?.recorded()
    if (recording) chosen.push(recording)
    const isBusy = sending || recorder?.isOn()
    // Nothing chosen: the server says so.
    if (chosen.length === 0 && !isBusy) return
    event.preventDefault()
    if (isBusy) return
    if (summary) summary.remove()
    const texts = new FormData(form)
    texts.delete(input.name)
    setSending(true)
    const wrong = await faults(texts)
    setSending(false)
    if (wrong.length > 0) return complain(wrong)
    for (const line of lines) if (line.state !== 'broken') line.again.parentNode.remove()
    lines = lines.filter(({ state }) => state === 'broken')
    for (const { file, name } of chosen) addLine(file, name, texts)
    list.hidden = false
    input.value = ''
    recorder?.clear()
    said.focus()
    await run()
  })
})()
