import type { CalendarDate, Confidence, FrameworkDimension, ScaleStep } from '@klyngevagt/scoring';

/**
 * The gold label's indicators. That there are 31 in five groups, that 80 percent of the points are asked for and that each has a threshold is
 * published; the list itself was not found. The names are those of the set used before 2020 as it is generally known, some of whose subjects
 * public pages name. Scale, minimum and weight per indicator are not public: the scale is the product's own, and no minimum binds.
 */
const improvementAreas =
  'https://www.nanoprogress.eu/cs/projekty/implementace-procesu-a-aktivit-pro-kontinualni-zkvalitnovani-klastrove-organizace-a-jejiho-rizeni/';
const engagedMembers = 'https://klosser.no/nce-heidner-biocluster-har-fatt-gold-label-for-cluster-management-excellence/';
const silverAudit =
  'https://www.clusterplattform.de/CLUSTER/Redaktion/DE/Kurzmeldungen/Aktuelles/2021/1_quartal/20210122_umweltcluster_bayern_erneute_auszeichnung_mit_silber_label_der_ecei.html';
const strategyAudit =
  'https://impr-0001-1265-news-overview.eccp.hosted-temp.com/community-news/basque-energy-cluster-given-european-gold-label-top-management-excellence-award';
const bronzeProcess = 'https://www.i-perform.no/post/bronze-label-process-description';
const secondPeriod =
  'https://eydecluster.com/en/latest-news/2023/the-eyde-cluster-enters-its-second-period-as-a-gold-certified-administration';

const knownSet = 'ECEI før 2020, almindeligt kendt';

interface NameSource {
  source: string;
  confidence: Confidence;
}

/** Pages that name the subject, though not the indicator. */
const topic = (...pages: string[]): NameSource => ({ source: [...pages, knownSet].join(' ; '), confidence: 'partly' });
const reconstructed: NameSource = { source: knownSet, confidence: 'assumption' };

type Line = readonly [code: string, nameDa: string, nameEn: string, measuresDa: string, measuresEn: string, named: NameSource];

const lines: readonly Line[] = [
  [
    'A1',
    'Forpligtet klyngedeltagelse',
    'Committed cluster participation',
    'Andel af deltagerne, der har forpligtet sig formelt (medlemskab, kontingent, underskrift) og er aktive',
    'Share of participants that are formally committed (membership, fee, signed letter) and active',
    topic(improvementAreas, engagedMembers),
  ],
  [
    'A2',
    'Sammensætning af klyngedeltagere',
    'Composition of the cluster participants',
    'Blandingen af virksomheder, herunder små og mellemstore, videninstitutioner og andre aktører i værdikæden',
    'The mix of companies, among them small and medium-sized ones, knowledge institutions and other actors of the value chain',
    topic(improvementAreas),
  ],
  [
    'A3',
    'Antal forpligtede klyngedeltagere i alt',
    'Number of committed cluster participants in total',
    'Kritisk masse: hvor mange deltagere der har forpligtet sig',
    'Critical mass: how many participants have committed themselves',
    reconstructed,
  ],
  [
    'A4',
    'Geografisk koncentration af klyngedeltagere',
    'Geographical concentration of the cluster participants',
    'Hvor tæt deltagerne ligger på klyngens kerne eller virkeområde',
    'How close the participants are to the core or field of activity of the cluster',
    reconstructed,
  ],
  [
    'B1',
    'Klyngeledelsens modenhed',
    'Maturity of the cluster management',
    'Hvor længe klyngeorganisationen har virket, og hvor langt den er nået',
    'How long the cluster organisation has worked, and how far it has come',
    topic(improvementAreas),
  ],
  [
    'B2',
    'Personaleressourcer i klyngeledelsen',
    'Human resources available for the cluster management',
    'Årsværk i klyngesekretariatet i forhold til klyngens størrelse',
    'Full-time equivalents of the secretariat against the size of the cluster',
    reconstructed,
  ],
  [
    'B3',
    'Klyngeteamets kvalifikationer',
    'Qualification of the cluster management team',
    'Medarbejdernes uddannelse, brancheindsigt og ledelseserfaring',
    'Education, insight into the sector and experience in management of the staff',
    topic(silverAudit, improvementAreas),
  ],
  [
    'B4',
    'Løbende kompetenceudvikling i klyngeteamet',
    'Lifelong learning of the cluster management team',
    'Planlagt og gennemført efteruddannelse af medarbejderne',
    'Training of the staff, planned and completed',
    reconstructed,
  ],
  [
    'B5',
    'Stabilitet og kontinuitet i klyngeteamet',
    'Stability and continuity of the cluster management team',
    'Personaleomsætning og fastholdelse af nøglepersoner',
    'Staff turnover, and whether key persons stay',
    reconstructed,
  ],
  [
    'B6',
    'Stabilitet i klyngedeltagelsen',
    'Stability of cluster participation',
    'Til- og afgang af deltagere over tid',
    'Participants who join and leave over time',
    reconstructed,
  ],
  [
    'B7',
    'Rolleklarhed og interessenternes inddragelse i beslutninger',
    'Clarity of roles and involvement of stakeholders in decision making',
    'Bestyrelse, vedtægter og skrevne roller, og hvordan deltagerne får indflydelse',
    'Board, statutes and written roles, and how participants gain influence',
    topic(improvementAreas),
  ],
  [
    'B8',
    'Direkte personlig kontakt mellem team og deltagere',
    'Direct personal contacts between the team and the participants',
    'Andel af deltagerne, som sekretariatet har haft direkte kontakt med i perioden',
    'Share of participants the secretariat has been in direct contact with in the period',
    topic(silverAudit),
  ],
  [
    'B9',
    'Grad af samarbejde mellem klyngedeltagere',
    'Degree of cooperation among the cluster participants',
    'Andel af deltagerne, der samarbejder to eller flere sammen, for eksempel i projekter',
    'Share of participants that cooperate with one or more others, for example in projects',
    topic(improvementAreas),
  ],
  [
    'B10',
    'Klyngeorganisationens integration i innovationssystemet',
    'Integration of the cluster organisation in the innovation system',
    'Arbejdsrelationer til forskning, erhvervsfremme, myndigheder og andre klynger',
    'Working relations with research, business promotion, authorities and other clusters',
    reconstructed,
  ],
  [
    'C1',
    'Udsigter for de finansielle ressourcer',
    'Prospects of the financial resources',
    'Hvor længe og hvor sikkert organisationens finansiering er på plads',
    'For how long and how firmly the funding of the organisation is secured',
    topic(improvementAreas),
  ],
  [
    'C2',
    'Andel af privat finansiering',
    'Share of financial resources from private sources',
    'Kontingenter, serviceindtægter og anden privat indtægt i forhold til det samlede budget',
    'Fees, income from services and other private income against the whole budget',
    reconstructed,
  ],
  [
    'D1',
    'Strategiproces',
    'Strategy building process',
    'Hvordan strategien bliver til: analyse, medlemmernes deltagelse og bestyrelsens vedtagelse',
    'How the strategy comes about: analysis, participation of members, adoption by the board',
    topic(strategyAudit),
  ],
  [
    'D2',
    'Dokumentation af klyngestrategien',
    'Documentation of the cluster strategy',
    'En skreven og vedtaget strategi med vision, mål og indsatsområder',
    'A written and adopted strategy with a vision, targets and fields of action',
    topic(strategyAudit, silverAudit),
  ],
  [
    'D3',
    'Handlings- og implementeringsplan',
    'Implementation plan',
    'Handlinger med ansvarlige, ressourcer, frister og målbare mål',
    'Actions with those responsible, resources, deadlines and measurable targets',
    reconstructed,
  ],
  [
    'D4',
    'Økonomistyringssystem',
    'Financial controlling system',
    'Budgetlægning, opfølgning og kontrol med økonomien',
    'Budgeting, follow-up and control of the finances',
    reconstructed,
  ],
  [
    'D5',
    'Revision af strategi og implementeringsplan',
    'Review of the strategy and the implementation plan',
    'Regelmæssig og dokumenteret gennemgang og opdatering',
    'Review and update, regular and documented',
    reconstructed,
  ],
  [
    'D6',
    'Resultatmåling af klyngeledelsen',
    'Performance monitoring of the cluster management',
    'Nøgletal for organisationen selv, og at der følges op på dem',
    'Key figures of the organisation itself, and that they are followed up',
    reconstructed,
  ],
  [
    'D7',
    'Klyngestrategiens fokus',
    'Focus of the cluster strategy',
    'Sammenhængen mellem deltagernes behov, strategien og det faglige fokus',
    'How the needs of participants, the strategy and the field fit together',
    reconstructed,
  ],
  [
    'D8',
    'Klyngeledelsens aktiviteter og services',
    'Activities and services of the cluster management',
    'Hvor bredt og hvor intensivt organisationen tilbyder aktiviteter og services',
    'How broad and how intensive the activities and services on offer are',
    topic(strategyAudit, silverAudit),
  ],
  [
    'D9',
    'Klyngeledelsens resultatskabelse',
    'Performance of the cluster management',
    'Det, der er leveret: projekter, match, arrangementer og virksomheder, der er nået',
    'What is delivered: projects, matches, events and companies reached',
    reconstructed,
  ],
  [
    'D10',
    'Arbejdsgrupper',
    'Working groups',
    'Antal faglige arbejdsgrupper, og hvor aktive de er',
    'Number of working groups on themes, and how active they are',
    topic(silverAudit),
  ],
  [
    'D11',
    'Klyngeorganisationens kommunikation',
    'Communication of the cluster organisation',
    'Kanaler til intern og ekstern kommunikation, og hvor ofte de bruges',
    'Channels of internal and external communication, and how often they are used',
    topic(improvementAreas),
  ],
  [
    'D12',
    'Klyngeorganisationens webtilstedeværelse',
    'Web presence of the cluster organisation',
    'Hjemmesidens kvalitet, aktualitet og sprog',
    'Quality, currency and languages of the website',
    topic(silverAudit),
  ],
  [
    'E1',
    'Omtale i publikationer, presse og medier',
    'Recognition in publications, press and media',
    'Antal og rækkevidde af omtaler og anden anerkendelse',
    'Number and reach of mentions and other recognition',
    topic(strategyAudit),
  ],
  [
    'E2',
    'Succeshistorier',
    'Success stories',
    'Dokumenterede tilfælde, hvor klyngeorganisationen har gjort en forskel',
    'Documented cases in which the cluster organisation made a difference',
    topic(bronzeProcess, secondPeriod),
  ],
  [
    'E3',
    'Måling af kunders og deltageres tilfredshed',
    'Satisfaction assessment of customers and participants',
    'Regelmæssig måling, som der følges op på',
    'A regular survey that is followed up',
    topic(strategyAudit),
  ],
];

const dimensions: FrameworkDimension[] = [
  { code: 'A', nameDa: 'Klyngens struktur', nameEn: 'Structure of the cluster' },
  { code: 'B', nameDa: 'Typologi, governance og samarbejde', nameEn: 'Typology, governance and cooperation' },
  { code: 'C', nameDa: 'Finansiering af klyngeorganisationen', nameEn: 'Financing of the cluster organisation' },
  { code: 'D', nameDa: 'Strategi, mål og services', nameEn: 'Strategy, objectives and services' },
  { code: 'E', nameDa: 'Resultater og anerkendelse', nameEn: 'Achievements and recognition' },
];

/** No score sheet is public: six steps that can be given for anything. */
const assumedScale: ScaleStep[] = [
  { value: 0, nameDa: 'Findes ikke', nameEn: 'Not there' },
  { value: 1, nameDa: 'Påbegyndt', nameEn: 'Begun' },
  { value: 2, nameDa: 'Delvis på plads', nameEn: 'Partly in place' },
  { value: 3, nameDa: 'På plads', nameEn: 'In place' },
  { value: 4, nameDa: 'På plads og fulgt op', nameEn: 'In place and followed up' },
  { value: 5, nameDa: 'Forbilledlig', nameEn: 'Exemplary' },
];

const goldPages =
  'https://www.gceocean.no/about-us/cluster-management-excellence/ ; https://danishsoundcluster.dk/danish-sound-cluster-has-achieved-gold-label-certification/';

export const goldFramework = {
  level: 'gold' as const,
  version: '2020',
  state: 'active' as const,
  effectiveFrom: '2020-01-01' as CalendarDate,
  effectiveUntil: null,
  dimensions,
  shareOfTotal: 80,
  bindingMinimums: null,
  source: goldPages,
  confidence: 'partly' as const,
};

export const goldIndicators = lines.map(([code, nameDa, nameEn, measuresDa, measuresEn, named], place) => ({
  position: place + 1,
  code,
  nameDa,
  nameEn,
  dimension: code.slice(0, 1),
  measuresDa,
  measuresEn,
  scale: assumedScale,
  maximum: 5,
  minimum: null,
  weight: 1,
  valuesConfidence: 'assumption' as const,
  ...named,
}));
