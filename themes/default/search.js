// Finds reports while a reader types. What they type stays in their browser:
// only files of the index are asked for, and each covers a range of words.
// generator/render/search.go says how they are written; every word that is shown
// comes from finder.html.
(() => {
  const form = document.querySelector('.finder')
  if (!form || !form.replaceChildren) return // an old browser: the lists do

  const onePage = 10
  const first = '0123456789!#$%&()*+,'
  const more = '-./:;<=>?@[]^_{}~|"\''
  const weights = [4, 2, 1] // in the title, in the summary, elsewhere
  const lang = document.documentElement.lang
  const say = form.dataset
  const { q, near, clear, more: another } = form.elements
  const choices = [...form.querySelectorAll('select')]
  const status = form.querySelector('[role=status]')
  const list = form.querySelector('ul')
  const rows = form.querySelector('template').content

  // Words as the index has them.
  const plain = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', '‐': '-' }
  const fold = text => text.replace(/´/g, "'").normalize('NFKD').replace(/['`’‘ʼ′ـ\p{Mn}\p{Cf}]/gu, '').toLowerCase()
    .replace(/[ßæœøłđðþıςىیکة‐٠-٩۰-۹]/g, sign => plain[sign] ?? sign.charCodeAt(0) & 15)
  const words = text => (fold(text).match(/[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*/gu) || [])
    .map(word => [...word.replace(/-/g, '')].slice(0, 32).join(''))

  // Files of the index, each asked for once.
  const files = new Map()
  const read = name => {
    if (!files.has(name)) {
      files.set(name, fetch(say.base + 'search/' + name).then(answer => {
        if (!answer.ok) throw answer
        return answer.text()
      }).catch(fault => {
        files.clear() // the site may have been made anew; all of it is asked for again
        throw fault
      }))
    }
    return files.get(name)
  }
  const lines = text => text.split('\n').slice(0, -1)
  const index = async () => {
    const [head, starts, reports, terms] = (await read('index.txt')).split(/^\n/m)
    const [folder, , perFile] = head.split(' ')
    return {
      starts: lines(starts),
      perFile: +perFile,
      reports: async n => lines(reports || await read(folder + '/reports-' + n + '.txt')),
      words: async n => lines(terms || await read(folder + '/words-' + n + '.txt')),
    }
  }

  // The reports of one line of words, with the weight of each.
  const take = (line, hits) => line.split(' ').slice(1).forEach((signs, place) => {
    let report = 0
    let distance = -1
    for (const sign of signs + first[0]) {
      const digit = first.indexOf(sign)
      if (digit < 0) {
        distance = distance * 20 + more.indexOf(sign)
        continue
      }
      if (distance >= 0) {
        report += distance
        hits.set(report, Math.max(weights[place], hits.get(report) || 0))
        report++
      }
      distance = digit
    }
  })

  // The reports in which a word stands; open: or begins another word.
  const look = async (at, word, open) => {
    const fileOf = text => at.starts.filter(start => start <= text).length
    const from = fileOf(word)
    let to = open ? fileOf(word + '\uffff') : from
    const wide = to - from > 2
    if (wide) to = from
    const hits = new Map()
    const known = []
    const texts = await Promise.all(Array.from({ length: to - from + 1 }, (_, i) => at.words(from + i)))
    for (const line of texts.flat()) {
      if (line.startsWith(word + ' ') || open && !wide && line.startsWith(word)) take(line, hits)
      known.push(line.split(' ', 1)[0])
    }
    return { word, hits, known, wide }
  }

  // How many letters have to change to make one word of the other.
  const apart = (a, b) => {
    let row = [...b, ''].map((_, i) => i)
    for (let i = 1; i <= a.length; i++) {
      const above = row
      row = [i]
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] !== b[j - 1]))
      }
    }
    return row[b.length]
  }
  const nearest = ({ word, known }) => {
    let best = word.length > 5 ? 3 : 2
    let found
    for (const other of known) {
      if (other[0] !== '/' && Math.abs(other.length - word.length) < best && apart(word, other) < best) {
        found = other
        best = apart(word, other)
      }
    }
    return found
  }

  // The numbers of the reports that fit, best first.
  const find = async (text, chosen) => {
    const at = await index()
    const terms = words(text)
    const open = !/\s$/.test(text)
    const lists = await Promise.all([
      ...terms.map((word, i) => look(at, word, open && i === terms.length - 1)),
      ...chosen.map(choice => look(at, choice)),
    ])
    const empty = lists.find(one => !one.hits.size)
    const found = [...lists[0].hits.keys()]
      .filter(report => lists.every(one => one.hits.has(report)))
      .map(report => ({ report, weight: lists.reduce((sum, one) => sum + one.hits.get(report), 0) }))
      .sort((a, b) => b.weight - a.weight || a.report - b.report)
      .map(one => one.report)
    return { at, found, terms, empty }
  }

  const row = line => {
    const [title, address, how, topic, day] = line.split('\t')
    const item = rows.querySelector('.s-' + how).cloneNode(true)
    const link = item.querySelector('a')
    link.textContent = title
    link.href = say.base + 'reports/' + address + '/'
    const name = form.elements.topics.querySelector('[value="/topics/' + CSS.escape(topic) + '/"]')
    item.querySelector('span').textContent = ' · ' + (name ? name.text + ' · ' : '')
    const time = item.querySelector('time')
    time.dateTime = day
    time.textContent = new Date(day).toLocaleDateString(lang === 'en' ? 'en-GB' : lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    return item
  }

  let now = 0 // only the newest question is answered
  let answer

  const lists = hidden => {
    for (let e = form; (e = e.nextElementSibling);) e.hidden = hidden
  }
  const rest = async from => {
    const { at, found } = answer
    return Promise.all(found.slice(from, from + onePage).map(async n => row((await at.reports(Math.floor(n / at.perFile)))[n % at.perFile])))
  }

  const ask = async again => {
    const mine = ++now
    const text = q.value
    const chosen = choices.map(choice => choice.value).filter(Boolean)
    const asked = words(text).length + chosen.length > 0
    clear.hidden = !text && !asked
    history.replaceState(asked ? { find: [text, ...choices.map(c => c.value)] } : null, '')
    if (!asked) {
      near.hidden = another.hidden = true
      status.textContent = ''
      list.replaceChildren()
      return lists(false)
    }
    const slow = setTimeout(() => { status.textContent = say.slow }, 500)
    try {
      const got = await find(text, chosen)
      if (mine !== now) return
      answer = got
      const { found, terms, empty } = got
      const items = await rest(0)
      if (mine !== now) return
      const other = empty && nearest(empty)
      near.hidden = !other
      if (other) {
        near.textContent = say.near.replace('#', other)
        near.onclick = () => {
          q.value = terms.map(term => term === empty.word ? other : term).join(' ')
          q.focus()
          ask()
        }
      }
      another.hidden = found.length <= onePage
      list.replaceChildren(...items)
      lists(found.length > 0)
      status.textContent = found.length === 1 ? say.one
        : found.length ? say.many.replace('#', found.length.toLocaleString(lang))
          : empty && empty.wide ? say.more : say.none
    } catch (fault) {
      if (mine !== now) return
      if (!again && fault.status === 404) return ask(true)
      near.hidden = another.hidden = true
      list.replaceChildren()
      lists(false)
      status.textContent = say.error
    } finally {
      clearTimeout(slow)
    }
  }

  let soon
  form.addEventListener('input', () => {
    clearTimeout(soon)
    soon = setTimeout(ask, 200)
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    clearTimeout(soon)
    ask()
  })
  clear.addEventListener('click', () => {
    form.reset()
    q.focus()
    ask()
  })
  another.addEventListener('click', async () => {
    const mine = now
    const from = list.children.length
    try {
      const items = await rest(from)
      if (mine !== now || list.children.length !== from) return
      list.append(...items)
      another.hidden = list.children.length >= answer.found.length
      items[0].querySelector('a').focus()
    } catch {
      status.textContent = say.error
    }
  })

  // Back and reload bring the question again. It is not part of the address, so
  // that a computer which others use does not list it among the pages seen.
  const recall = () => {
    const kept = history.state?.find
    if (!kept) return
    ;[q, ...choices].forEach((field, n) => {
      field.value = kept[n] || ''
      if (field.selectedIndex < 0) field.value = ''
    })
    if (choices.some(c => c.value)) form.querySelector('details').open = true
    ask()
  }
  form.hidden = false
  recall()
})()
