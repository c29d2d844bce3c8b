// A recorder, on pages with room for one; files.js sends what it recorded. Without it, or where the browser cannot record,
// its room stays hidden. Limited to what Chromium 87 and iOS 14 support.
;(() => {
  const room = document.querySelector('[data-recorder]')
  const types = [
    ['audio/webm;codecs=opus', 'webm'],
    ['audio/mp4', 'm4a'],
  ]
  const Recorder = window.MediaRecorder
  const type = Recorder && types.find(([one]) => Recorder.isTypeSupported(one))
  if (!room || !type || !navigator.mediaDevices) return

  const longest = Number(room.dataset.recorder)
  const start = room.querySelector('button')
  const label = start.textContent
  const drop = room.querySelector('.link-button')
  const sound = room.querySelector('audio')
  const timer = room.querySelector('[role="timer"]')
  const note = room.querySelector('[role="status"]')
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${`0${seconds % 60}`.slice(-2)}`
  room.hidden = false

  // What waits to be sent; what stops a recording that runs; true while the browser asks for the microphone.
  let recorded = null
  let stop = null
  let asking = false
  let stream = null

  const clear = (words = '') => {
    if (recorded) URL.revokeObjectURL(sound.src)
    recorded = null
    stop = null
    sound.removeAttribute('src')
    sound.hidden = true
    drop.hidden = true
    start.textContent = label
    timer.textContent = ''
    note.textContent = words
  }
  const keep = (file, seconds) => {
    clear('太短了，没有录到。')
    if (file.size === 0 || seconds === 0) return
    recorded = { file, name: `录音 ${clock(seconds)}` }
    sound.src = URL.createObjectURL(file)
    sound.hidden = false
    drop.hidden = false
    start.textContent = '重录'
    note.textContent = `录好了，${clock(seconds)}，还没有交。先听一遍，再点“交上去”。`
  }
  const release = () => {
    for (const track of stream ? stream.getTracks() : []) track.stop()
  }
  const begin = async () => {
    clear()
    stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    const parts = []
    const recorder = new Recorder(stream, { mimeType: type[0], audioBitsPerSecond: 32000 })
    const from = Date.now()
    const seconds = () => Math.min(longest, Math.round((Date.now() - from) / 1000))
    const tick = () => {
      timer.textContent = `${clock(seconds())}，还能录 ${clock(longest - seconds())}`
      if (seconds() === longest) stop()
    }
    const ticks = setInterval(tick, 500)
    stop = () => {
      if (recorder.state !== 'inactive') recorder.stop()
    }
    recorder.ondataavailable = ({ data }) => parts.push(data)
    // Also when a call comes in, or the microphone is taken away.
    recorder.onstop = () => {
      clearInterval(ticks)
      release()
      keep(new Blob(parts, { type: type[0] }), seconds())
    }
    recorder.start()
    tick()
    start.textContent = '停'
    note.textContent = '正在录，说完点“停”。'
  }

  start.addEventListener('click', async () => {
    if (stop) return stop()
    if (asking) return
    asking = true
    await begin().catch(() => {
      release()
      clear('没有录成：这个网页用不了话筒。请用手机自带的录音机录好，再在上面选它。')
    })
    asking = false
  })
  drop.addEventListener('click', () => {
    clear()
    start.focus()
  })

  const isOn = () => {
    if (stop) {
      note.textContent = '还在录。先点“停”，听一遍，再交。'
      start.focus()
    }
    return Boolean(stop)
  }
  // For files.js: whether it runs, what is to be sent, and that it was.
  window.recorder = { isOn, recorded: () => recorded, clear }
})()
