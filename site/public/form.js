// Pages with forms: words are still there after Back, Forward and a reload. Everything works without it. Limited to what Chromium 87 and iOS 14 support.
;(() => {
  const path = window.location.pathname
  const stored = (kind) => {
    try {
      return window[kind]
    } catch {
      return null // The browser refuses storage.
    }
  }
  const local = stored('localStorage')
  const session = stored('sessionStorage')
  const put = (storage, key, value) => {
    try {
      storage.setItem(key, value)
      return true
    } catch {
      return false // No storage, or it is full.
    }
  }

  // The page where a filing began: /file/, or a form from a guide. Each has its own draft.
  const isOrigin = /^\/file\/(from\/.+)?$/.test(path)
  if (isOrigin && session) put(session, 'from', path)
  const origin = isOrigin ? path : session?.getItem('from') || '/file/'

  for (const line of document.querySelectorAll('[data-without-script]')) line.hidden = true

  const parts = 'main form[method="post"]'
  const fields = () =>
    [].concat(...Array.from(document.querySelectorAll(parts), (one) => Array.from(one.elements)))
  const isChoice = ({ type }) => type === 'radio' || type === 'checkbox'
  const isText = ({ type }) => /^(text|tel|date|textarea)$/.test(type)
  // What must be answered anew, and what opens something.
  const never = ['consent', 'sendToken', 'edit', 'caseNumber', 'trackingCode']
  const member = document.querySelector('.signed-in b')
  const who = member ? member.textContent : ''
  const isDesk = /^\/desk/.test(path)
  const isOurs = (field) =>
    field.name &&
    never.indexOf(field.name) < 0 &&
    ['off', 'one-time-code'].indexOf(field.autocomplete) < 0 &&
    (isText(field) || (!isDesk && (isChoice(field) || /^(select-one|hidden)$/.test(field.type))))
  const typed = () =>
    fields()
      .filter((field) => isOurs(field) && (isChoice(field) ? field.checked : field.value))
      .map(({ name, value }) => [name, value])
  const fill = (values) => {
    for (const field of fields()) {
      if (!isOurs(field) || field.type === 'hidden') continue
      const own = values.filter(([name]) => name === field.name).map(([, value]) => value)
      if (isChoice(field)) {
        if (field.checked === field.defaultChecked) field.checked = own.indexOf(field.value) >= 0
      } else if (own.length > 0 && (!field.value || field.value === field.defaultValue)) field.value = own[0]
    }
  }

  // Browsers keep no answer to a post (no-store): behind Back and Forward they show an error, and a reload posts nothing.
  // The entry becomes that of the form, with what was typed; of a person in danger nothing is kept.
  const homes = {
    '/file/check': origin,
    '/file/send': origin,
    '/track/open': '/track/',
    '/track/reply': '/track/case',
    '/track/message': '/track/case',
    '/track/rate': '/track/case',
    '/track/urge': '/track/case',
  }
  const home = homes[path] || path + (isDesk ? window.location.search : '')
  const inDanger = (values) => values.some(([name, value]) => name === 'danger' && value === 'true')
  // A phone has several users: words go back only into the form of the case they were typed for, and while a case is
  // followed only in the same turn. Leaving and sending begin a new one; #replied and #rated say that something was sent.
  const isTrack = /^\/track/.test(path)
  const caseOf = (values) => values.filter(([name]) => name === 'case').join()
  const turn = () => (isTrack && session ? session.getItem('turn') : null)
  const beginTurn = () => put(session, 'turn', String(Math.random()))
  const give = (state) => {
    try {
      window.history.replaceState(state, '', home + window.location.hash)
    } catch {
      // Too long for this browser.
    }
  }
  const keep = () => {
    const values = typed()
    give(inDanger(values) || (isDesk && !who) ? null : { who, turn: turn(), values })
  }
  const kept = window.history.state
  const isSent = !kept && /^#(replied|rated|added)$/.test(window.location.hash)
  if (isTrack && (isSent || !turn())) beginTurn()
  const isOwn =
    kept?.values && kept.who === who && kept.turn === turn() && caseOf(kept.values) === caseOf(typed())
  const isKept = Boolean(isOwn && !homes[path])
  if (isKept) fill(kept.values)
  // Some browsers put words back by themselves, whoever they are of.
  if (isTrack) for (const form of document.querySelectorAll(parts)) form.autocomplete = 'off'
  if (homes[path] || (isTrack && !isOwn) || (isDesk && document.querySelector(parts))) keep()
  document.addEventListener('submit', ({ target }) => {
    if (target.getAttribute('action') !== '/track/leave') return keep()
    beginTurn()
    give(null)
  })

  // For filing.js.
  window.form = { local, put, origin, isOrigin, isKept, typed, fill }
})()
