// Reads the record with the user's token, and hands it over once, to be shown.
window.addEventListener('DOMContentLoaded', async () => {
  const said = document.getElementById('smart-said');
  const bar = document.getElementById('smart-bar');
  try {
    const client = await FHIR.oauth2.ready();
    const queries = Object.entries(JSON.parse(said.dataset.queries));
    const prefetch = {};
    bar.max = queries.length;
    await Promise.all(queries.map(async ([key, template]) => {
      const query = template.replace('{{context.patientId}}', encodeURIComponent(client.patient.id)).replaceAll('|', '%7C');
      try {
        const read = await client.request(query, { pageLimit: 0, flat: query.includes('?') });
        prefetch[key] = Array.isArray(read)
          ? { resourceType: 'Bundle', type: 'searchset', entry: read.map((resource) => ({ resource })) } : read;
      } catch { /* What cannot be read stays away, and the page says that it is not known. */ }
      bar.value += 1;
    }));
    const form = document.getElementById('smart-form');
    form.elements.iss.value = client.state.serverUrl;
    form.elements.token.value = client.state.tokenResponse.access_token;
    form.elements.record.value = JSON.stringify({ hook: 'patient-view', context: { patientId: client.patient.id }, prefetch });
    Object.keys(sessionStorage).forEach((key) => sessionStorage.removeItem(key));
    form.submit();
  } catch {
    said.textContent = 'The record could not be read. Close this window and open the app from the patient’s chart again.';
  }
});
