import type { ArticleText } from './articles.ts';

/** Translations by the key of the article. */

export const german: Partial<Record<string, ArticleText>> = {
  damaged: {
    title: 'Bei der Ankunft beschädigt',
    body: `
<p>Das tut uns leid. Was auf dem Weg zu Ihnen zerbricht, <strong>ersetzen wir kostenlos</strong>. Die zerbrochenen Stücke brauchen Sie nicht zurückzuschicken.</p>
<h2>So geht es</h2>
<ol>
<li>Machen Sie ein Foto vom Schaden und eines vom Karton mit dem Etikett.</li>
<li>Schicken Sie uns beide Fotos und Ihre Bestellnummer <strong>innerhalb von 30 Tagen nach der Lieferung</strong>.</li>
<li>Wir senden ein neues Stück, meist innerhalb von 2 Werktagen.</li>
</ol>
<p>Ist das Stück ausverkauft oder möchten Sie lieber Ihr Geld zurück, erstatten wir den ganzen Betrag.</p>`,
  },
  delivery: {
    title: 'Lieferzeiten und Versandkosten',
    body: `
<table>
<thead><tr><th>Wohin</th><th>Dauer</th><th>Kosten</th><th>Kostenlos ab</th></tr></thead>
<tbody>
<tr><td>Vereinigtes Königreich</td><td>2–3 Werktage</td><td>4,50 £</td><td>60 £</td></tr>
<tr><td>Irland und Europäische Union</td><td>4–7 Werktage</td><td>14,00 £</td><td>150 £</td></tr>
<tr><td>USA und Kanada</td><td>6–10 Werktage</td><td>28,00 £</td><td>250 £</td></tr>
</tbody>
</table>
<p>Bestellungen in die Europäische Union bis 150 € enthalten die Einfuhrumsatzsteuer. Am Wochenende verschicken wir keine Pakete.</p>`,
  },
  care: {
    title: 'Steinzeug richtig pflegen',
    body: `
<p>Steinzeug wird bei 1.260 °C gebrannt und ist für jeden Tag gemacht.</p>
<ul>
<li>Spülmaschinenfest, außer Stücke mit Goldlinien.</li>
<li>Bis 220 °C für den Backofen geeignet, aber nie direkt aus dem Kühlschrank in den heißen Ofen.</li>
<li>Teeränder lösen sich über Nacht mit heißem Wasser und einem Löffel Natron.</li>
</ul>`,
  },
};

export const french: Partial<Record<string, ArticleText>> = {
  damaged: {
    title: 'Article abîmé à l’arrivée',
    body: `
<p>Nous sommes désolés. Tout ce qui se casse en route est <strong>remplacé gratuitement</strong>, et il est inutile de nous renvoyer les morceaux.</p>
<h2>Comment faire</h2>
<ol>
<li>Prenez une photo de la casse et une du carton avec l’étiquette.</li>
<li>Envoyez-nous les deux photos et votre numéro de commande <strong>dans les 30 jours suivant la livraison</strong>.</li>
<li>Nous expédions une nouvelle pièce, en général sous 2 jours ouvrés.</li>
</ol>
<p>Si la pièce est épuisée, ou si vous préférez être remboursé, nous rendons la somme entière.</p>`,
  },
  refunds: {
    title: 'Échanges et remboursements',
    body: `
<p>Vous choisissez : un échange ou un remboursement. Une pièce cassée en route est remplacée sans frais ou remboursée en entier, livraison comprise.</p>
<ul>
<li>Carte bancaire : jusqu’à 3 jours ouvrés</li>
<li>PayPal : le jour même</li>
<li>Prélèvement SEPA : jusqu’à 7 jours ouvrés</li>
</ul>`,
  },
};
