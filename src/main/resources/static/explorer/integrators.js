// The live call, and a key made in place to show how a client signs its token.
(() => {
  const by = (id) => document.getElementById(id);
  const form = by('call-form');
  const sample = by('sample');
  const services = new URL(form.dataset.services, location.href).href;
  if (sample) sample.addEventListener('change', async () => {
    if (!sample.value) return;
    by('call-said').textContent = 'loading …';
    const answer = await fetch(sample.value);
    by('body').value = await answer.text();
    by('service').value = sample.selectedOptions[0].dataset.service;
    by('call-said').textContent = '';
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const said = by('call-said');
    const shown = by('call-answer');
    said.textContent = 'calling …';
    const headers = { 'Content-Type': 'application/json' };
    if (by('bearer').value.trim()) headers.Authorization = 'Bearer ' + by('bearer').value.trim();
    const begun = performance.now();
    try {
      const answer = await fetch(`${services}/${by('service').value}`, { method: 'POST', headers, body: by('body').value });
      const text = await answer.text();
      said.textContent = `${answer.status} in ${Math.round(performance.now() - begun)} ms, ${(text.length / 1024).toFixed(1)} kB`;
      try { shown.textContent = JSON.stringify(JSON.parse(text), null, 2); } catch { shown.textContent = text; }
    } catch {
      said.textContent = 'The service could not be reached.';
      shown.textContent = '';
    }
    shown.hidden = !shown.textContent;
  });

  const algorithm = { name: 'ECDSA', namedCurve: 'P-384' };
  const url = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const words = (value) => url(new TextEncoder().encode(JSON.stringify(value)));
  let pair = null;
  let kid = '';
  const make = async () => {
    if (!crypto.subtle) {
      by('key-said').textContent = 'A browser makes keys on https or localhost only.';
      return;
    }
    pair = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
    const key = await crypto.subtle.exportKey('jwk', pair.publicKey);
    kid = crypto.randomUUID();
    by('jwks').textContent = JSON.stringify({ keys: [{ kty: key.kty, crv: key.crv, x: key.x, y: key.y, use: 'sig', alg: 'ES384', kid }] }, null, 2);
    by('key-said').textContent = 'made';
  };
  by('make-key').addEventListener('click', make);
  by('sign').addEventListener('click', async () => {
    if (!pair) await make();
    if (!pair) return;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: by('issuer').value, aud: by('audience').value, iat: now, exp: now + 300, jti: crypto.randomUUID() };
    const signed = words({ alg: 'ES384', typ: 'JWT', kid }) + '.' + words(claims);
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-384' }, pair.privateKey, new TextEncoder().encode(signed));
    by('claims').textContent = JSON.stringify(claims, null, 2);
    by('jwt').textContent = signed + '.' + url(signature);
    by('bearer').value = by('jwt').textContent;
  });
})();
