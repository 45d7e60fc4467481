// The EHR opened this page with iss and launch; from here the browser is sent to its authorization server.
window.addEventListener('DOMContentLoaded', () => {
  const said = document.getElementById('smart-said');
  FHIR.oauth2.authorize({ clientId: said.dataset.client, scope: said.dataset.scope, redirectUri: new URL(said.dataset.app, location.href).href })
    .catch(() => { said.textContent = 'The EHR could not be asked. Open this app from the patient’s chart; if that is what you did, the FHIR server is not one that this service is configured for.'; });
});
