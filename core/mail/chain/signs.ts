const pass = 'send|sending|sent|forward|forwarding|fwd|pass|passing|share|repost|spread|circulate|email';
const it = 'this|it|dis|these|message|msg|letter|email|warning|info|information|word|news';
const all = 'everyone|everybody|all|every|many|bawb|pawb';
const everyone =
  'everyone|everybody|friends|frnds|frens|people|ppl|persons|contacts|family|families|relatives|mates|buddies|parents|mums|moms|mothers|women|ladies|girls|sisters|loved|recipients|users|owners|drivers|ffrindiau|teulu';
const you = 'you|u|ur|your|youre';
const not = 'dont|don|not|didnt|doesnt|never|cannot|cant|wont|no|without';
const few = 'three|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|#';
const time = 'minute|minutes|mins|min|hour|hours|hrs|seconds|days|midnight';
const luck = 'luck|fortune|wish|wishes|miracle|miracles|blessing|blessings|blessed|lucky|surprise|dream|dreams|prayers|curse|misfortune';
const doom = 'die|dies|killed|cursed|haunted|doomed|lonely|suffer|regret|repent|ruined|miracle|blessed|lucky|unlucky';
const happen = 'happen|happens|happened|come|comes|true|granted|follow|opposite';
const ignore = 'delete|ignore|ignored|break|breaks|broke|keep|erase|tear|discard|stop|kill';
const real = 'true|real|genuine|joke|hoax|scam|junk|fake|legit|urban|prank|kidding';
const virus = 'virus|worm|trojan|hacker|hackers|hacked';
const destroy =
  'destroy|destroys|erase|erases|wipe|wipes|delete|deletes|burn|burns|crash|eat|damage|infect|infects|hack|hacks|format|remove|rewrites';
const computer = 'drive|disk|disc|hard|computer|phone|system|files|account|everything|immediately|today|sector';
const mail = 'email|mail|message|attachment|file|video|call|request|link|contact|invitation';
const firm =
  'microsoft|aol|ibm|intel|cnn|bbc|norton|mcafee|symantec|hotmail|yahoo|facebook|whatsapp|instagram|tiktok|snapchat|google|nasa|police|fbi|hospital|doctors|crimestoppers|sheriff|nokia|ericsson|disney|gates|zuckerberg|apple|scientists|unicef|court|tv|news|army|medical|owner|heddlu';
const told =
  'announced|confirmed|confirms|warned|warns|issued|discovered|verified|advise|advised|classified|circulated|broadcast|broadcasted|giving|sharing|distributing|running|headquarters|seen';
const give = 'pay|donate|donating|give|gives|giving|receive|receives|received|win|earn|get|track|trace|credit|offering|distributing';
const gift =
  'cent|cents|p|pence|dollars|pounds|money|cash|laptop|laptops|phone|phones|voucher|vouchers|gift|check|cheque|trip|holiday|certificate|certificates|computers';
const child = 'child|girl|boy|kid|baby|daughter|son|teen|teenager|brother|sister|children|old|year|woman|man';
const ill = 'missing|kidnapped|abducted|disappeared|dying|cancer|tumour|tumor|leukaemia|leukemia|terminally|transplant|inoperable';
const danger =
  'gang|gangs|thief|thieves|robber|robbers|rapist|rapists|attacker|criminals|kidnappers|carjackers|paedophile|burglars|jackers|traffickers|ring';
const poison = 'cancer|carcinogen|carcinogens|toxins|toxic|dioxin|dioxins|poison|poisonous|hiv|stroke|lethal|died|dead|hospital';
const list = 'list|lists|bottom|end|top|below|petition|position|number|yours|mine';
const name = 'name|names|signature|address|town';
const th = '#|50th|100th|150th|200th|250th|300th|500th|700th|1000th';
const person =
  'man|men|woman|women|guy|guys|boy|boys|girl|girls|lady|ladies|couple|husband|wife|mother|father|son|daughter|kid|child|blonde|blondes|redhead|brunette|bartender|barman|doctor|lawyer|lawyers|priest|rabbi|vicar|pastor|nun|nuns|pope|teacher|pupil|headteacher|inspector|student|students|engineer|engineers|psychiatrist|psychiatrists|farmer|golfer|cop|cops|policeman|officer|judge|clerk|waiter|driver|boss|salesman|genie|wizard|angel|parrot|horse|duck|bear|dog|cat|frog|penguin|scotsman|irishman|englishman|welshman|texan|redneck|drunk|fellow|bloke|lad|gentleman|grandmother|grandfather|hunter|hunters|tourist|scientist|scientists|soldier|cowboy|pirate|prisoner|stranger|brothers|friend|friends|patient|secretary|caller|guard|interviewer';
const said =
  'says|asked|asks|replied|replies|answered|responded|responds|exclaimed|exclaims|shouted|shouts|yelled|yells|cried|cries|whispered|whispers|sighed|laughed|protested|admonished|enquired|inquired';
const says = `said|answers|explained|told|tells|${said}`;
const does =
  'walks|walked|goes|went|was|were|is|are|had|has|comes|came|calls|called|enters|decides|decided|sitting|sits|sat|met|meet|meets|dies|died|loved|playing|driving|drives|ran|bought|finds|found|gets|got|applied|wakes|woke|stopped|takes|took|telephones|sees|saw|coming|running|having|visiting|hired|staggers|eating';
const clown =
  'husband|wife|husbands|wives|blonde|blondes|lawyer|lawyers|chicken|skeleton|elephant|cow|cows|snowman|dog|cat|duck|god|santa|redneck|engineer|vampire|ghost|golfer|boss|dentist';

/**
 * What a reader knows chain letters, hoaxes and petitions by. The key names the sign in the evidence; a line of one step counts single words,
 * any other is a phrase (see `phrases`).
 */
export const chainSigns: { readonly [sign: string]: readonly string[] } = {
  'asks-to-pass-on': [
    `${pass} ..2 ${it} ..2 to|2|with|among|around|at ..3 ${everyone}|${all}`,
    `${pass} ..1 on|along|to|2|onto ..1 to|2|${all}|as|with ..3 ${everyone}`,
    `${pass} ..1 to|2 ..1 ${all}|ur|your|as ..3 ${everyone}|know|can|many`,
    `tell|warn|alert|contact|inform ..1 ${all} ..3 ${you}|about|in|of`,
    'as many|fast|quickly|soon ..2 people|friends|ppl|others|possible|you ..1 as|can|know',
    `to|2 all|every ..1 ${you}|my|the ..2 ${everyone}|contact|list`,
    'keep this|it ..2 going|moving|alive',
    `${everyone} ..3 ${you}|my ..2 address|contact|contacts|email|mailing|buddy ..1 book|list|lists`,
    'spread the|this ..1 word|news|warning|message',
    `anfonwch|rhannwch ..4 bawb|pawb|ffrindiau|teulu`,
    `everyone|everybody|every|people|friends ..1 you|u ..1 know|love|care`
  ],
  'please-forward': [
    `please|plz|pls|kindly|just|must|should|urgent ..2 ${pass}|copy ..1 ${it}|on|along`,
    'pass|send|forward|fwd ..1 this|it|message on|along|around',
    'hit|press|click ..1 forward|fwd|share',
    `${pass} ..2 to|with ..1 others|anyone|anybody`
  ],
  'counts-people': [
    `to|2|least|with|tag|another ${few} ..2 ${everyone}|special|guys`,
    `${few} ..1 friends|ppl|persons|contacts`,
    `${few} ..1 or more people|friends`,
    `to ${few} ..1 people`,
    `people ${you}`
  ],
  'sets-deadline': [
    `in|within|after|next ..2 ${few} ${time} ..4 ${you}|of|or|it|will|something|when`,
    `tonight|tomorrow|midnight ..3 will|best|${you}|something|is ..2 unique|best|day|love|favor|${doom}`
  ],
  'promises-luck': [
    `luck|fortune|wish|wishes|dream|dreams|prayers ..3 will|${happen}`,
    'bad|years|bring|brings|good ..2 luck|fortune|misfortune ..1 if|for|will|to ..1 come|you',
    'bad luck',
    `will|wil|shall|be ..2 ${doom}`,
    `you|u ..3 ${doom}`,
    `something|special ..1 good|great|wonderful|special|nice|bad|terrible ..1 will|${happen}`,
    `see|get|expect|receive|have ..3 ${luck}|happen|happens`,
    'love|best ..1 of|day your|ur|of ..1 life|your',
    'make|mak a|one|your wish',
    'blessed|fix|blessing|blessings with|is|two|coming',
    'goes around comes|goes',
    'life|love ..3 improve|ruined|changed|change',
    'happen|happens|happened ..2 #|fourth|4th|next ..1 day|days|minutes'
  ],
  'forbids-breaking': [
    'break|broke|breaks|broken|join|start|continue ..2 chain|gadwyn',
    `if you|u ..1 ${not} ..2 ${pass}|believe|copy`,
    `${not} ..1 ${pass}|break|reposting ..1 ${it}|on`,
    `if you|u ..1 ${ignore}|love|believe|care ..4 ${pass}|chain`,
    `${not} ..2 ${ignore} ..1 ${it}|chain|until`,
    `please|pls|plz ..1 ${not} ..1 ${ignore}`,
    'most|some|# ..2 people|of|you ..3 wont|not|ignore|scroll ..3 this|it|copy|repost',
    'see|let|know|wonder ..3 who|many ..4 care|cares|forward|share|copy|reads'
  ],
  'vouches-for-itself': [
    `this|it|thing|story|message is|isnt ..3 ${real}`,
    `not|isnt|no ..1 a|an|some ..1 ${real}`,
    'for real',
    'this|it|really actually|really|truly works|worked|happened',
    `thought this|it was ..2 ${real}`,
    'not|dont ..2 take|treat ..2 this ..2 lightly|junk|joke',
    'i|we ..1 dont|never|not ..1 normally|usually|often ..2 send|forward|pass',
    'read ..2 carefully|whole|entire|end|all|until'
  ],
  'comes-back': [
    'whoever|person|one|friend ..1 who|that|sent ..1 sent|sends|gave ..2 this|it|you|to',
    `${pass} ..2 ${it}|one|back ..1 back|to|2 ..1 to|me|person|sender ..1 me|who|that|sent`,
    'see|know|count how many ..4 back|get|receive|forward',
    'if|including|even you|u|me|i ..2 get|receive|am ..4 back|them|me',
    'better|want|hope ..2 get|see ..2 it|this|back ..1 back'
  ],
  'copy-and-paste': [
    'copy and|n|then paste|repost|send|share',
    `repost|reposted|reposting ${it}|or|if|as`,
    'paste ..3 status|wall|your|new|their|profile',
    `copy ..2 ${it} ..2 paste|repost|pass`,
    'rights|permission|consent ..6 personal|photos|profile|content',
    'as|on|like|to ..2 your|ur|my|their ..1 status|wall|timeline|profile',
    `tag|nominate|challenge ${few} ..1 ${everyone}`,
    'inbox|dm|message me ..1 and|ill|for|if'
  ],
  'claims-authority': [
    `${firm} ..2 ${told}`,
    `${told}|sent|received ..2 by|on|from|at ..2 ${firm}`,
    'a|my|our ..1 friend|cousin|brother|sister|neighbour|colleague|husband ..1 who|whose ..1 works|is|nurse|doctor|officer|lawyer',
    'information|message|warning is|was|has ..2 being|been ..1 circulated|confirmed|broadcast',
    'by law'
  ],
  'virus-scare': [
    `${not} ..1 open|download|accept|click|answer ..4 ${mail}`,
    `if you|u ..1 receive|get|open|see|answer|click|accept ..6 ${virus}|${destroy}`,
    `new|worst|dangerous|destructive|deadly|terrible ..2 ${virus}`,
    `${virus}|it ..1 will|that|which|can ..3 ${destroy}`,
    `${destroy} ..3 ${computer} ..1 ${computer}`,
    `${virus} ..6 address|cure|remedy|detected|contacts`,
    'not|no|cannot ..3 detected|detect|recognise ..1 by|norton|mcafee|it',
    'account|accounts ..3 deactivated|deleted|closed|hacked|charged',
    `deactivated|hacked|${virus} ..3 you|account|too|contacts`
  ],
  'pays-to-forward': [
    `for|from every|each ..3 person|people|time|forward|email|message|share|friend|new ..6 ${pass}|forwarded|${give}`,
    `will|to|is|are ..1 ${give} ..4 # ..2 ${gift}|for|every|per|each`,
    `can|will ..2 track|trace|tracks ..3 ${it}|who|everyone`,
    `free|new ..2 ${gift} ..4 to|if|for|by|each|every`,
    `${give} ..1 away|out|free|a ..3 #|${gift} ..4 if|for|every|people|from|send|forward`,
    'beta|email|mail tracking|test|tracing',
    `${gift} ${gift} ..4 if|every|people|anyone|forward`,
    'contact you ..3 address'
  ],
  'begs-for-somebody': [
    `${ill} ..5 ${child}`,
    `${child} ..4 ${ill}`,
    'last|dying|final ..1 wish|request',
    'months|weeks|days to live',
    'only|will|just ..1 takes|take ..3 second|seconds|minute|moment|click ..2 to|of|and',
    'please|pls|lets|kindly ..1 pray|light|say|join ..2 for|us|her|him|prayer|candle|together|chain|this ..2 prayer|candle|her|him|chain|them|together',
    'say|light|offer|pray ..1 a|one|this|for|4 ..2 prayer|candle|candles|her|him|them',
    'blood ..2 needed|required|donor',
    'if it|she|he was|were ..1 your|yours',
    'moment of|in ..1 support|prayer',
    'step|stand|light ..4 candle|candles|united',
    'wish foundation',
    'guinness|largest ..3 record|records|number',
    'cancer society'
  ],
  'warns-of-danger': [
    'warning|danger|urgent|beware|attention ..1 to|all|of|please ..1 drivers|parents|women|ladies|owners|girls|car|forward|this|everyone',
    'please|pls|plz ..1 be|take ..1 aware|careful|vigilant|care ..2 this|of|and|out',
    `causes|cause|causing|linked|contains|leads ..3 ${poison}|lead`,
    `never|stop|avoid|dont ..1 drink|eat|microwave|freeze|taking|buy|flash|take ..6 plastic|bottle|bottles|containing|car|ingredient|from|headlights|lights`,
    `${danger} ..6 car|${you}|initiation|house|door|target|targeting|women|window`,
    `new|latest|clever ..2 scam|trick|scheme|craze|${danger}`,
    'initiation|induction ..2 game|member|rite',
    `${poison}|spider|needle|needles|syringe|razor ..6 ${poison}|seat|bite|blades|slide|plastic|drinking|eating|using`,
    'waking|wakes|woke ..6 tub|bath|ice|kidneys|sewer',
    `${not} flash|drink|microwave|freeze|swallow|sniff`,
    'if|remember everyone|the ..3 who|1st|first ..3 gets|three|letters',
    'police|emergency|ambulance will|number|services ..3 dispatched|alerted|immediately',
    'dial|enter|entering|press ..2 #|pin ..4 reverse|backwards|police|emergency',
    'could|may|might|can|will|at ..1 save|saved|least ..2 life|lives|yours',
    'boycott|not|dont ..2 buy|purchase ..5 petrol|gasoline|gas|any ..3 from|until|on',
    'very|something ..1 scary ..3 schools|school'
  ],
  'signs-and-forwards': [
    `add|sign|put|type|write|adding|signing ..1 ${you}|ones ${name} ..3 to|at|on|in|and|here|${list}`,
    `add|sign ..2 this|it|petition|name|names ..3 and|then ..2 ${pass}`,
    `petition ..5 ${pass}|copy ..2 on|to|it|this`,
    `if|are|every|be ..4 ${th} ..1 person|name|signer|names ..2 to|sign|signing|please|send|on`,
    `50th|100th|200th|500th|1000th ..1 person|name|signer`,
    'the|we undersigned',
    'in|by|sign signing|to|below this|support|we',
    `${few} ..1 names|signatures`,
    `not|dont ..1 kill ..2 petition|it`,
    'next|last|already ..1 signed',
    'copy|copying ..5 new|fresh|blank ..1 email|message|mail',
    'instead|rather ..2 forwarding',
    'ychwanegwch ..2 enw'
  ],
  'pyramid-list': [
    `${name}|person ..3 at|to|in|is|on ..2 bottom|top|first|number ..3 ${list}`,
    `add|put|move|place|swap|remove|replace ..3 ${name}|mine|yours ..5 bottom|position|top|mine|up|yours|#`,
    `send|buy|post|mail ..5 #|one|book|recipe|gift|bottle|poem|postcard ..5 to|the|each|person|name|a ..3 name|names|person|stranger|list|number|first|someone`,
    'receive|get|youll ..3 #|hundreds|roughly|thousands ..3 books|recipes|gifts|poems|bottles|cards|postcards',
    'participate|join|taking ..5 exchange|swap|pyramid',
    'book|recipe|gift|poem|wine|happiness|card ..1 exchange|swap',
    'make|earn|turn|made ..3 money|dollars|cash|thousands|# ..3 fast|into|quick|easy',
    'pyramid|ponzi scheme'
  ],
  'chain-game': [
    'this|its|a|fun|little|valentine ..2 game|quiz ..4 send|friends|answer|know|copy|love',
    'answer|answers|reply|rply ..2 same|enemy|reason|honestly|truthfully|brilliant',
    'delete|change|erase my|all ..1 answers',
    'close your|ur eyes',
    'pick|choose|give|tell ..2 month|colour|color|birthday ..3 and|you|of|me|suits',
    'colour|color ..1 suits|means|of',
    'look for ..1 mistake|q|n|letter',
    `red|blue|green|pink|yellow|orange|purple|black ..1 i|im|you|u ..3 you|u|me|luv|love|friend`,
    `world|national|today|its|happy ..2 friend|friends|friendship|daughters|sons|sister|sisters|hug|accept ..1 day|week`,
    'only|happens|unique|once ..4 once|every|in ..1 # years',
    'noticed|notice ..4 unique|uniqueness',
    'type|comment|write ..1 amen',
    'never|nobody|no|ever ..3 see|happen ..3 again|lifetime',
    'let|lets ..1 see how|who ..1 spreads|far|many|happens',
    `mantra|candle|totem ..3 must|been|leave|lit|luck|sent`,
    'game|this|post ..3 been|your ..2 played|hands|since|around ..2 world|#'
  ],
  'speaks-of-friendship': [
    'you|u|are ..2 special|loved|lovable|beautiful ..1 to|person|lady|friend|woman|girl',
    'best|true|good|special|dear|old|all ..1 friends|friendship',
    'friendship|friends|friend ..1 is|are|like|forever|should',
    'someone|somebody|person ..2 loves|cares|thinking|misses',
    'rose|hug|hugs|angel|angels|heart ..3 friend|friends|you|u|send',
    'hot|sexy|strong|amazing mommy|mum|mums|mom|mama|mamas|lady|women'
  ],
  'calls-on-faith': [
    'god|gods|jesus|christ|lord|angel|angels|prayer|prayers|pray|praying|bless|blessing|blessings|blessed|amen|faith|miracle|miracles|duw|iesu'
  ],
  'tells-horrors': [
    'died|killed|murdered|ghost|haunted|grave|bloody|cursed|curse|corpse|scream|screaming|drowned|witchcraft|mutilated|tortured|raped|horrific|terrorism|kidnapped|stabbed'
  ]
};

/** What a reader knows jokes and funny lists by. */
export const jokeSigns: { readonly [sign: string]: readonly string[] } = {
  'called-funny': [
    'funny|hilarious|funnies|humour|humor|humorous|giggle|giggles|chuckle|jotd|qotd|joke|jokes|pun|puns|funnier|funniest|doniol|jôc|jôcs',
    'thought|think|hope ..1 you|youd|all ..1 would|might|may|ll|d ..2 enjoy|like|appreciate',
    'made|make|gave|give|need|for|get ..1 me|you|us|a|good|my ..1 laugh|smile|giggle|chuckle',
    'had|have to ..1 share|send|forward|pass ..1 this|these|it',
    'joke|laugh|quote|quip ..1 for|of ..1 day|week|today',
    'cheer ..1 up',
    'moral ..1 of|the|story|dont|one|wake|never'
  ],
  laughs: ['lol|rofl|lmao|rotfl|lmfao|haha|hahaha|hehe|hehehe|ha|hee'],
  'stock-opening': [
    `a|an|this|two|2|three|3|four|one ..3 ${person} ..5 ${does}|${says}`,
    `one|1 day|morning|evening|night|afternoon ..5 he|she|god|his|her|little|${person}`,
    `there was|were|once ..1 once|a|an|two|three|this ..2 ${person}|old|young|king`,
    `once ..1 a|upon ..1 ${person}|fisherman|fishrman|time|king`,
    'when i|you ..1 was|were born',
    'solve|guess ..1 case|riddle|who'
  ],
  riddle: [
    `walks|walked|walk|goes|went ..1 into|to|in ..2 bar|pub|heaven|${clown}`,
    'knock knock',
    `why did|do|does|dont|couldnt ..1 the|a ..1 ${clown}`,
    `what|wat do|did|does ..1 you|u|the|of ..1 call|get ..2 a|an|when|if|with`,
    `difference ..2 between ..5 ${clown}|men|women|teacher`,
    'how many ..6 take|takes|change|screw ..2 change|screw|to|a',
    'change|screw ..3 bulb|lightbulb',
    'pam aeth|wnaeth|mae ..1 y|yr',
    'doctor|waiter doctor|waiter',
    `you|u|ya ..1 might|may be ..1 ${clown}|teacher`,
    'you know ..1 youre|are|your|its ..1 a|an|getting|old|from|when|teacher|too',
    'dear santa|deidre|god|abby|tech',
    'three wishes',
    'pearly gates',
    'saint|st peter',
    `my|a ${clown}|doctor ..1 says|said|told|asked|and|is ..1 me|i|so|that`,
    'i was|am so poor|ugly|fat|old|lazy|bored',
    'dies|died and|goes ..1 goes|went|to ..2 heaven|hell',
    'whats|what ..1 do|does ..5 and|in ..2 common',
    'two cows',
    'lone ranger',
    'sherlock holmes',
    'yo mama|momma',
    'did you|ya hear about ..1 the'
  ],
  'comic-figure': [
    'barman|bartender|bartenders|blonde|blondes|bozo|bride|brunette|bubba|clergyman|drunk|drunks|dude|dumb|englishman|genie|golfer|hillary|hillbilly|honeymoon|idiot|idiots|irishman|johnny|lightbulb|mathematicians|mistress|monica|moron|morons|nitwit|nudist|physicists|pope|psychiatrist|psychiatrists|redhead|redneck|rednecks|saddam|satan|scotsman|shrink|tender|tequila|texan|viagra|welshman|wino'
  ],
  'stock-character': [
    'attorney|barber|beer|bloke|booze|boyfriend|bra|burglar|confession|cop|cops|dating|dentist|divorce|elderly|fellow|girlfriend|god|golf|grandfather|grandma|grandmother|grandpa|grandson|granny|hubby|hunters|husband|husbands|jail|lawyer|lawyers|marriage|married|mechanic|missus|mommy|motherinlaw|parrot|pastor|physicist|plumber|policeman|preacher|priest|pub|romantic|sergeant|sheriff|snore|teenager|toilet|vicar|waiter|waitress|whiskey|whisky|wife|wives|wrinkles|santa|bear'
  ],
  'told-as-story': [said],
  'who-said-it': [
    `${says} the|his|her|a|another|one ..1 smiling|little|young|old|club ..1 ${person}|first|second|third|other|head|reply`,
    `the|his|her|a|old|little|first|second|third|other|another|bar ..1 ${person}|first|second|third|other|one|tender|principal ..2 ${says}|looked|looks|turns|turned|confesses|admits|chimed|shrugged|smiled|grinned`
  ],
  'he-said': [`he|she|god|johnny ..1 ${says}`],
  'he-and-she': ['he|she|his|her|him|hes|shes|hers'],
  'funny-list': [
    'top ten|10|20|twenty|five|5|# ..1 reasons|ways|things|signs|excuses|lies|lines',
    '# ..1 reasons|ways|signs|rules|excuses|lies|differences why|you|men|women|for|not|a',
    `reasons|rules|signs|ways|excuses|guide|history|dictionary|definitions|lessons|differences|prayer|ode|poem ..1 why|of|for|that|to|you|from|by|about|between ..3 ${clown}|men|women|parents|life|beer|marriage|love|medicine|teenagers|chocolate|mothers|elderly|office|hostages`,
    'survived|congratulations|born|those ..4 1930s|1940s|50s|60s|70s|1970s|1980s|80s|40s',
    'survived|remember|no|without ..6 seat|helmets|childproof|airbags ..1 belts|or|lids|on',
    `if ${clown}|men|women|teachers|microsoft|cats|dogs ..5 were|ruled|ran|built|had ..4 would|wouldnt|theyd|the`,
    `${clown}|men|mens|womens|guys|cats|dogs ..1 rules|guide|dictionary|diary|prayer`,
    'politically correct',
    'murphys law|laws',
    'heaven|hell is where|when',
    `husband|wife|girlfriend|boyfriend #`,
    'actual|real|genuine ..2 exam|answers|headlines|excuses|notes|complaints|comments|signs|labels|letters|quotes|statements ..2 from|of|by|on|made',
    'following|these|those are|were ..4 actual|real|true|genuine|taken|from ..2 court|exam|comments|letters|insurance|answers|church|quotes|excuses|records',
    'things|ways|ones ..3 to ..1 say|do|ponder|annoy|learn ..3 work|boss|elevator|lift|life|teacher|children|exam|people',
    `how to ..1 give|bath|wash|train|impress|satisfy|please|annoy ..1 a|${clown}|men|women`,
    'ever|you wonder|wondered|notice|noticed ..2 why|how|that',
    'why ..2 is|do|does|are ..1 it|they|we|you|there ..2 called|call|drive|park|put|abbreviated'
  ],
  'turns-at-the-end': [
    `so|then|finally|suddenly ..1 he|she|the|his|her|god ..2 ${person}|${said}|goes|went|looks|looked|turns|turned|sees|saw|picks|picked|runs|ran|opens|opened|jumped|pulled`,
    `the next day|morning|week|night ..4 he|she|the|same|his|her|god|${person}`,
    `few|several|two|three|little|five|ten ..2 days|weeks|hours|minutes|months|while|years|miles later ..3 he|she|the|his|her|god|a`,
    'a little|few|moment|short ..1 later|while|pause',
    'puzzled|amazed|astonished|bewildered|furious|impatiently|timidly|proudly|nervously|calmly|smugly|coolly|intrigued|perplexed|disgusted|angrily|embarrassed|delighted|indignantly|sheepishly'
  ]
};

/** What speaks for ordinary mail: lists, code, work, news, notices about hoaxes. */
export const plainSigns: { readonly [sign: string]: readonly string[] } = {
  'forwarded-often': ['forwarded by|message', 'original message', 'begin forwarded', 'fw|fwd fw|fwd'],
  list: [
    'unsubscribe|subscribe|subscription|mailman|listinfo|listmaster|newsletter|archives|yahoogroups|egroups|sourceforge|digest|subscriber|blog|posted|thread'
  ],
  technical: [
    'http|https|www|html|server|servers|linux|debian|perl|python|kernel|config|install|installed|package|packages|patch|bug|code|script|function|compile|output|module|modules|version|versions|database|branch|source|software|ssh|rpm|usr|lib|src|xml|sql|unix|directory|header|client|variable|string|array|null|error|errors|commit|dns|matrix|samba|binary|filter|license|copyright|wrote|writes'
  ],
  trade: [
    'deal|deals|gas|contract|volume|invoice|payment|price|prices|market|trading|trade|energy|agreement|legal|company|companies|business|customer|customers|sales|management|manager|budget|project|report|reports|schedule|meeting|conference|presentation|director|draft|review|attached|attachment|regarding|update|group|team|issue|issues|request|available|order|orders|offer|shipping|discount|contact|system|support|service|services|development|research|university|department|staff'
  ],
  school: [
    'pupils|pupil|governors|governor|headteacher|consent|lesson|lessons|homework|assembly|timetable|safeguarding|ofsted|estyn|inset|ks1|ks2|gcse|curriculum|attendance|minibus|reception|parentpay|parentmail|pta|ptfa|raffle|classroom|tutor|tutors|colleagues|staffroom|agenda|minutes|dsl|policy|training|trip|term|deadline|disgyblion|llywodraethwyr|detention|deputy|duty|incident|behaviour|registration|parents|carers|hall|rota|pastoral|yr|nursery|infants|coach|coaches|newsletter|tickets|donation|fair|competition|entries|school|year|children|families|scene|scripts|rehearsal|rehearsals|costumes|corridor|pe|lunchtime|playground|statement|witnessed|site|script'
  ],
  'about-hoaxes': [
    'hoaxes|scams|phishing|slides|plenary|spam|spammer|spammers|legends|snopes|fraudulent',
    'chain letters|emails|messages|mails',
    'online|internet|e safety',
    'talk to your',
    'is a hoax|scam',
    'the message|messages says|said|threatens|threaten',
    'policy ..4 allow|allows|allowed|forbids',
    'it|helpdesk|helpline support|desk',
    `${not} ..2 forward|pass|share|send ..2 chain|these|such|them|hoaxes|suspicious|any`
  ],
  'says-not-to': [
    'please|pls|and|so|but ..1 do|dont|never ..1 not|never|ever|forward ..1 forward|pass|spread|them|it|chain',
    'not|dont|never forward ..2 it|them|such|these|chain|hoaxes|messages',
    'delete it|them and|or|do|if|in|without'
  ],
  'to-colleagues': [
    'forward|pass|send|share|circulate|cascade ..3 this|it|them|information|link|letter|details|on ..2 to|with|amongst ..3 team|teams|staff|colleagues|department|departments|organization|organizations|group|groups|class|form|tutors|governors|office|partner|finance|manager|managers|pupils|carers|appropriate|relevant|someone|whoever|whom|him|her|me|members|students',
    'let|please ..1 me|us ..1 know',
    'feel free',
    'if you have|need|would ..2 questions|any|further|like',
    'see|find|please ..2 attached|below|enclosed',
    'thanks|regards|sincerely|cheers|thank'
  ],
  dates: [
    'monday|tuesday|wednesday|thursday|friday|saturday|january|february|march|april|june|july|august|september|october|november|december|am|pm|term|week|deadline|tonight|tomorrow'
  ],
  'asks-of-work': [
    'please|could|can|would ..1 you|i ..2 tell|let|send|bring|give|ring|speak|check|come|have|reply|return|remind|spare|put|do|talk|read|help|see',
    'please ..1 bring|return|ring|check|remind|reply|read|bring|give|park|order|prepare|take|contact|tell|talk|ask|reassure|write|add|sign',
    'have|has been told|informed|logged|rung|asked|updated',
    'i ..1 told|asked|said|rang|spoke|have|had|was|am|would|should|shall|replied',
    'told|tell|ask|asked|ring me|us|him',
    'his|her|their ..1 parents|mum|mother|father|dad|carer|teacher|form|class',
    'member|members of staff',
    'need|needs|should ..2 know|bring|be|to|give',
    'will|we be|have|need|shall'
  ],
  'we-and-i': ['i|ill|im|ive|id|we|our|us|well|weve|my|me']
};
