import { expect, givePassword, test } from '../fixtures'

const chosen = 'six words of a good password'

test('an administrator invites a colleague, who sets a password, works, and is shut out again', async ({
  board,
  openAs,
  browser,
}) => {
  const admin = await openAs(board, board.administrator)
  await admin.goto('/')
  await expect(admin).toHaveURL('/admin')

  await admin.getByRole('button', { name: 'Invite a person' }).click()
  await admin.getByRole('textbox', { name: 'Name' }).fill('Ünal Ğarp 😀')
  await admin.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(admin.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
  await expect(admin.getByRole('textbox', { name: 'Name' })).toHaveValue('Ünal Ğarp 😀')
  const email = `garp.${board.boardId.slice(0, 8)}@site.example`
  await admin.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await admin.getByRole('checkbox', { name: 'Core member' }).check()
  await admin.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(admin.getByRole('alert').getByText('A core member needs a specialty.')).toBeVisible()
  await admin.getByRole('combobox', { name: 'Specialty' }).selectOption({ label: 'Pathology' })
  await admin.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await admin.getByRole('textbox', { name: 'One-time link for Ünal Ğarp 😀' }).inputValue()
  await admin.getByRole('button', { name: 'Done' }).click()
  await expect(admin.getByRole('row', { name: /Ğarp/ })).toContainText('Invited, not yet signed in')

  const colleague = await (await browser.newContext()).newPage()
  await colleague.goto(link)
  await colleague.getByRole('textbox', { name: 'Password', exact: false }).first().fill('short')
  await colleague.getByRole('textbox', { name: 'Password again' }).fill('short')
  await colleague.getByRole('button', { name: 'Set the password' }).click()
  await expect(colleague.getByRole('alert').filter({ hasText: 'at least 12 characters' })).toBeVisible()
  await colleague.getByRole('textbox', { name: 'Password', exact: false }).first().fill(chosen)
  await colleague.getByRole('textbox', { name: 'Password again' }).fill(chosen)
  await colleague.getByRole('button', { name: 'Set the password' }).click()
  await expect(colleague.getByText('Your password is set.')).toBeVisible()
  await colleague.getByRole('textbox', { name: 'Password' }).fill(chosen)
  await colleague.keyboard.press('Enter')
  await expect(colleague).toHaveURL('/today')
  await expect(colleague.getByRole('navigation', { name: 'Main' })).toContainText('pathology')
  await colleague.goto(link)
  await expect(colleague.getByText('This link no longer works.')).toBeVisible()

  await admin.getByRole('button', { name: 'Change Ünal' }).click()
  await admin.getByRole('menuitem', { name: 'Disable access' }).click()
  await expect(admin.getByRole('row', { name: /Ğarp/ })).toContainText('Disabled')
  const next = await colleague.context().newPage()
  await next.goto('/reference')
  await expect(next.getByText('Your session has ended.')).toBeVisible()
  await colleague.context().close()
})

test('F11 a wrong password says so, the right one, pasted, leads to the page asked for, and signing out ends it', async ({
  board,
  openAs,
}) => {
  const { email, password } = await givePassword(board, board.observer)
  const page = await openAs(board, board.observer)
  await page.goto('/reference/sins')
  await page.getByRole('button', { name: /Board and sign out/ }).click()
  await expect(page.getByRole('menuitem', { name: /Sign out/ })).toBeVisible()
  expect(await page.evaluate(() => window.scrollY), 'opening a menu does not move the page').toBe(0)
  await page.getByRole('menuitem', { name: /Sign out/ }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()

  await page.goto('/reference/sins')
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/)
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'is wrong' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue(email)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((words) => navigator.clipboard.writeText(words), password)
  await page.getByRole('textbox', { name: 'Password' }).selectText()
  await page.keyboard.press('ControlOrMeta+v')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/reference/sins')
  await expect(page).toHaveTitle('Spinal Instability Neoplastic Score · Spineboard')
})

test('what is typed before the page answers to scripts stays', async ({ board, browser }) => {
  const { email, password } = await givePassword(board, board.observer)
  const page = await (await browser.newContext()).newPage()
  let letScriptsPass = () => {}
  const held = new Promise<void>((resolve) => {
    letScriptsPass = resolve
  })
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/sign-in', { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeDisabled()
  letScriptsPass()
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL('/today')
  await page.context().close()
})

test('every answer forbids foreign scripts, frames and copies', async ({ board, openAs }) => {
  const page = await openAs(board, board.observer)
  for (const path of ['/reference', '/sign-in', '/api/v1/openapi.json', '/api/auth/csrf', '/nowhere']) {
    const headers = (await page.request.get(path)).headers()
    expect(headers['cache-control'], path).toContain('no-store')
    expect(headers['content-security-policy'], path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/)
    expect(headers['content-security-policy'], path).toContain(`frame-ancestors 'none'`)
    expect(headers['x-content-type-options'], path).toBe('nosniff')
  }
  const nonces = await Promise.all(
    [1, 2].map(async () => (await page.request.get('/reference')).headers()['content-security-policy']),
  )
  expect(nonces[0]).not.toBe(nonces[1])
  const blocked: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) blocked.push(message.text())
  })
  await page.goto('/reference/sins')
  await page.getByRole('combobox', { name: 'Location' }).selectOption('T7')
  await expect(page.getByText('Possible range 1–16 points')).toBeVisible()
  expect(blocked).toEqual([])
})
