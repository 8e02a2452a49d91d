// The words by which headers tell their role: English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish.

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((w) => w !== ''));

export const DATE = words(`
  date dates day days week weeks wk month months period periods time dt ds yearweek yearmonth weekstart weekending
  datum tag woche kw kalenderwoche monat zeitraum zeit jour semaine mois periode fecha dia semana mes periodo
  data giorno settimana mese dag weeknummer maand vecka manad tidpunkt`);

/** Money coming in. */
export const TARGET_MONEY = words(`
  revenue revenues rev sales sale income gmv turnover bookings umsatz umsaetze umsatze jahresumsatz erlos erlose erloes erloese
  verkaufe verkaeufe einnahmen ventes vente affaires recettes ingresos ventas facturacion ricavi ricavo vendite fatturato
  omzet verkopen opbrengst receita receitas vendas faturamento faturacao intakt intakter forsaljning omsattning`);

/** Things counted. */
export const TARGET_UNITS = words(`
  conversions conversion orders order transactions transaction purchases purchase units volume subscriptions
  subscribers signups installs customers registrations applications policies absatz stuckzahl menge bestellungen auftrage abschlusse
  konversionen kaufe commandes conversiones conversoes pedidos compras transacciones transacoes ordini conversioni
  transazioni acquisti bestellingen conversies transacties ordrar kop konverteringar transaktioner abonnements
  qty quantity signup stuck stueck unites unidades eenheden enheter`);

/** Said outright. */
export const TARGET_NAMED = words('kpi target y response outcome dependent depvar zielgrosse objetivo');

export const SPEND = words(`
  spend spends spending spent cost costs budget budgets investment investments adspend adcost mediacost mediaspend
  kosten ausgaben ausgabe werbekosten werbeausgaben mediakosten mediaausgaben werbebudget etat
  depense depenses cout couts investissement investissements gasto gastos coste costes costo inversion inversiones
  spesa spese costi investimento investimenti uitgave uitgaven besteding bestedingen mediabesteding mediabestedingen
  despesa despesas custo custos investimentos kostnad kostnader utgift utgifter spendering investering investeringar`);

export const EXPOSURE = words(`
  impressions impression impr imprs imps imp clicks click grp grps trp trps views view opens sends insertions spots
  impressionen einblendungen klicks klick aufrufe clics clic vues impresiones vistas impressioni clicks
  visualizzazioni vertoningen impressies klikken impressoes cliques visualizacoes exponeringar visningar klickar`);

/** The better drivers of exposure stand first when a channel has several. */
export const EXPOSURE_ORDER: readonly RegExp[] = [
  /^(impr|imp|einbl|expon|vertoning|visning)/,
  /^[gt]rp/,
  /^(click|klick|clic|klik)/,
];

export const REACH = words('reach reichweite portee alcance copertura bereik rackvidd');
export const FREQUENCY = words(
  'frequency freq frequenz frequence frecuencia frequenza frequentie frequencia frekvens',
);

export const GEO = words(`
  geo geography region regions state dma country market city store zip postcode province territory district county
  land bundesland stadt filiale gebiet pays ville departement pais ciudad provincia paese regione citta
  provincie stad regio estado cidade regiao lan stad kommun`);
export const POPULATION = words(
  'population pop inhabitants einwohner bevolkerung habitants poblacion popolazione inwoners populacao befolkning',
);

/** Moved by media themselves: never controls. */
export const OUTCOME = words(`
  sessions session visits visit visitors traffic pageviews leads lead footfall queries enquiries inquiries users
  besuche besucher sitzungen visites visiteurs visitas visite visitatori bezoeken bezoekers sessies besok
  besokare sesiones sessioni sessoes searches suchanfragen recherches downloads awareness`);

export const ORGANIC = words(`
  organic organisch organique organico organica organisk newsletter newsletters email emails mailing mailings
  seo crm push sms blog owned earned`);

/** What the company asks for what it sells. */
export const PRICE = words(
  'price prices pricing preis preise prix precio precios prezzo prezzi prijs prijzen preco precos pris priser',
);
/** What it does to sell more, besides media. */
export const PROMOTION = words(`
  promo promos promotion promotions discount discounts coupon coupons rebate rabatt rabatte aktion aktionen remise soldes
  descuento descuentos promocion promociones sconto sconti promozione promozioni korting actie desconto promocao kampanj`);
/** The company's own levers other than media. */
export const TREATMENT: ReadonlySet<string> = new Set([...PRICE, ...PROMOTION]);

export const EVENT = words(`
  event events holiday holidays christmas xmas easter blackfriday feiertag feiertage ferien weihnachten ostern
  ereignis ferie ferienzeit vacances noel evenement festivo festivos navidad evento eventos vacaciones festivita
  natale pasqua eventi feestdag feestdagen kerst feriado feriados natal helgdag helgdagar jul lockdown covid launch strike flag dummy`);

export const CONTROL = words(`
  temperature temp weather rain rainfall sunshine season seasonality competitor competitors competition index
  inflation unemployment gdp cpi confidence sentiment trend macro stock availability distribution control ctrl
  temperatur wetter regen saison wettbewerb wettbewerber konkurrenz arbeitslosigkeit meteo pluie concurrent
  concurrence concurrents temperatura clima lluvia competidor competencia indice concorrente concorrenza concorrenti
  stagione tempo weer concurrentie concurrent seizoen werkloosheid chuva vader konkurrent konkurrenter sasong
  arbetsloshet mobility google_trends`);

/** Wins over every other word: competitors' sales and spend are controls. */
export const COMPETITOR = words(`
  competitor competitors competition comp wettbewerb wettbewerber konkurrenz concurrent concurrents concurrence
  competidor competidores competencia concorrente concorrenti concorrenza concurrentie konkurrent konkurrenter concorrencia`);

export const CHANNEL = words(`
  paid tv ctv ott television fernsehen tele tv1 tv2 radio audio print press zeitung magazine newspaper ooh dooh outdoor
  billboard plakat affichage cinema kino facebook fb meta instagram ig tiktok youtube yt google search sem sea ppc
  adwords gads pmax shopping display programmatic video social affiliate affiliates bing microsoft snapchat snap
  pinterest linkedin twitter reddit amazon criteo podcast podcasts directmail dm flyer flyers leaflet prospecting
  retargeting remarketing influencer influencers native online digital sponsoring sponsorship spotify taboola
  outbrain whatsapp mailer catalogue katalog`);

/** Channels that sell as well as advertise: "online revenue" is a part of the KPI, "facebook revenue" a claim. */
export const SALES_CHANNEL = words('online digital amazon shopping catalogue katalog native');

/** Advertising as such: money spent on it, where no word says otherwise. */
export const ADVERTISING = words(`
  advertising advertisement advertisements adverts ad ads marketing media werbung werbe anzeige anzeigen reklame medien
  publicite publicites annonces publicidad anuncios medios publicidade anuncios pubblicita annunci reclame advertentie
  advertenties reklam annonser`);

/** What a brand's own name in a search channel is called. */
export const BRAND = words('brand branded marke marque marca merk varumarke brandsearch');
export const SEARCH = words(
  'search sem sea ppc google adwords gads bing keywords keyword suche suchmaschine brandsearch',
);

export const MONEY_UNIT = words(
  'eur euro euros usd dollar dollars gbp pound pounds chf sek nok dkk pln brl cad aud',
);
export const CHANNEL_COLUMN = words(`
  channel channels medium media source platform campaign publisher kanal kanale canal canaux canali canale kanaal
  kanalen plattform plateforme plataforma piattaforma tactic vehicle`);
export const VARIABLE_COLUMN = words(
  'variable metric measure kennzahl metrik name item series serie indicator',
);
export const VALUE_COLUMN = words('value values wert valeur valor valore waarde varde amount betrag');
export const PER = words('per pro par por');
export const WEEK_END = words('end ending ende fin final fine eind slut weekending');
/** What is derived from other columns (cost per click, return, share): never media, never a control. */
export const RATIO = words('cpc cpm cpa cpo cpl roas roi ctr cvr acos cpv cpi_cost');
/** Places in the calendar: seasonality and trend are in the model already. */
export const CALENDAR = words(
  'year years quarter jahr quartal annee trimestre ano anno jaar kwartaal ar kvartal dayofyear weekofyear weekday dow doy',
);
export const TOTAL = words(
  'total totals sum gesamt insgesamt summe totale totaux totaal totalt totales totais somme somma suma soma som all',
);
/** What stands at the foot of a table: sums and means of its rows. */
export const FOOT = words(`
  subtotal grandtotal gesamtsumme zwischensumme average avg mean durchschnitt mittelwert moyenne promedio gemiddelde
  medelvarde`);
