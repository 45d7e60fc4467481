// Swagger UI on the service's own document.
window.addEventListener('DOMContentLoaded', () => {
  const place = document.getElementById('swagger');
  SwaggerUIBundle({ url: place.dataset.document, dom_id: '#swagger', docExpansion: 'list', defaultModelsExpandDepth: 0, validatorUrl: null, tryItOutEnabled: false });
});
