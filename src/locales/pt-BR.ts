import { advice, ending } from './advice.js';
import type { Words } from './en.js';
import { pluralOf } from './plural.js';

const plural = pluralOf('pt-BR');

/** Portuguese of Brazil. */
export const ptBR: Words = {
  lang: 'pt-BR',
  dir: 'ltr',
  phone: 'Telefone',
  views: { keypad: 'Teclado', recents: 'Recentes' },
  callTo: (name) => `Ligar para ${name}`,
  callUs: 'Ligue para nós',
  status: {
    ready: 'Pronto',
    connecting: 'Conectando',
    reconnecting: 'Reconectando',
    offline: 'Offline',
    'sign-in-failed': 'Falha no login',
  },
  dialer: {
    number: 'Número ou endereço',
    delete: 'Apagar',
    call: 'Ligar',
    keys: 'Teclas',
  },
  incoming: {
    label: 'Chamada recebida',
    answer: 'Atender',
    decline: 'Recusar',
    silence: 'Silenciar o toque',
    silenced: 'Sem som',
    reach: (key) => `Pressione ${key} para ir até a chamada.`,
    title: (name) => `${name} está ligando`,
  },
  call: {
    with: (name) => `Chamada com ${name}`,
    mute: 'Mudo',
    hold: 'Em espera',
    keypad: 'Teclado',
    hangup: 'Desligar',
    again: 'Ligar de novo',
    dismiss: 'Fechar',
    others: 'Outras chamadas',
    sent: 'Dígitos enviados',
  },
  history: {
    label: 'Histórico de chamadas',
    empty: advice('Ainda não há chamadas.', 'As chamadas feitas e recebidas vão aparecer aqui.'),
    missed: 'Perdida',
    inbound: 'Recebida',
    outbound: 'Efetuada',
    unseen: (count) => plural(count, { one: '# chamada perdida', other: '# chamadas perdidas' }),
  },
  news: {
    incoming: (name) => `Chamada recebida de ${name}.`,
    call: (name, what) => `Chamada com ${name}: ${what}`,
    deviceConnected: (device) => `Dispositivo conectado: ${device}.`,
    deviceGone: (device) => `Dispositivo desconectado: ${device}.`,
  },
  progress: {
    microphone: 'Aguardando o microfone…',
    holding: 'Colocando em espera…',
    resuming: 'Retomando a chamada…',
    trying: 'Ligando…',
    ringing: 'Chamando…',
    incoming: 'Chamada recebida',
    connecting: 'Conectando…',
    terminating: 'Desligando…',
    heldHere: 'Você colocou a chamada em espera',
    heldThere: 'Colocaram você em espera',
    heldByBoth: 'Em espera dos dois lados',
    established: 'Em chamada',
  },
  ended: {
    server: (status, phrase) => `O servidor respondeu: ${status} ${phrase}`,
    outbound: {
      busy: ending('Ocupado', 'A outra pessoa está em outra chamada.'),
      declined: ending('Recusada', 'A chamada não foi aceita.'),
      'no-answer': ending('Sem resposta', 'Tocou, mas ninguém atendeu.'),
      'not-found': ending('Não encontrado', 'Não há ninguém neste número ou endereço.'),
      unavailable: ending('Indisponível', 'A outra pessoa está indisponível agora.'),
      cancelled: ending('Cancelada', 'Você desligou antes que atendessem.'),
      'answered-elsewhere': ending('Atendida em outro lugar', 'A chamada foi atendida em outro telefone.'),
      lost: ending('Conexão perdida', 'A conexão caiu.'),
      failed: ending('Falha na chamada', 'Não foi possível completar a chamada.'),
      normal: ending('Chamada encerrada'),
    },
    inbound: {
      busy: ending('Ocupado', 'Você estava em outra chamada.'),
      declined: ending('Recusada', 'Você não aceitou a chamada.'),
      'no-answer': ending('Chamada perdida', 'Tocou, mas você não atendeu.'),
      'not-found': ending('Falha na chamada', 'Não foi possível completar a chamada.'),
      unavailable: ending('Chamada perdida', 'Você estava indisponível.'),
      cancelled: ending('Chamada perdida', 'Desligaram antes que você atendesse.'),
      'answered-elsewhere': ending('Atendida em outro lugar', 'A chamada foi atendida em outro telefone.'),
      lost: ending('Conexão perdida', 'A conexão caiu.'),
      failed: ending('Falha na chamada', 'Não foi possível completar a chamada.'),
      normal: ending('Chamada encerrada'),
    },
  },
  sound: {
    blocked: advice('O navegador bloqueia o som.', 'Ative o som para ouvir as chamadas.'),
    turnOn: 'Ativar o som',
  },
  devices: {
    label: 'Som',
    microphone: 'Microfone',
    speaker: 'Alto-falante',
    ringer: 'Toque',
    level: 'Nível do microfone',
    test: 'Testar alto-falante',
    systemDefault: 'Padrão do sistema',
    unnamed: (place) => `Dispositivo ${place}`,
    missing: 'Dispositivo não conectado',
    allow: 'Permitir o microfone',
    prompt: 'Os nomes dos dispositivos aparecem depois que você permite o microfone.',
    none: 'Nenhum microfone encontrado.',
    denied:
      'O microfone está bloqueado. Permita o acesso nas configurações do site no navegador e recarregue a página.',
    speakerFixed: 'Neste navegador, o alto-falante é escolhido pelo sistema.',
  },
  errors: {
    dismiss: 'Fechar a mensagem',
    'target-invalid': advice(
      'Não é possível ligar para este destino.',
      'Digite um número, um nome ou um endereço como sip:nome@example.com.',
    ),
    'target-refused': advice(
      'Não é permitido ligar para este número.',
      'Confira o número ou fale com quem administra este telefone.',
    ),
    'transport-failed': advice(
      'Sem conexão com o serviço de telefonia.',
      'Confira a rede. O telefone tenta de novo sozinho.',
    ),
    'registration-rejected': advice(
      'O servidor não aceitou o login.',
      'Confira o nome de usuário e a senha.',
    ),
    'permission-denied': advice(
      'O microfone ou o alto-falante está bloqueado.',
      'Permita o acesso nas configurações do site no navegador e tente de novo.',
    ),
    'insecure-context': advice(
      'Esta página não é segura e não pode usar o microfone.',
      'Abra a página com https:// no endereço.',
    ),
    'policy-blocked': advice(
      'Esta página não pode usar o microfone ou escolher o alto-falante.',
      'Abra a página em outra aba ou fale com quem administra o site.',
    ),
    'device-missing': advice('Dispositivo não encontrado.', 'Conecte o dispositivo ou escolha outro.'),
    'device-busy': advice('Outro programa está usando o microfone.', 'Feche o programa e ligue de novo.'),
    'request-pending': advice(
      'O navegador ainda está pedindo o microfone.',
      'Responda à pergunta e ligue de novo.',
    ),
    'media-failed': advice(
      'Não foi possível preparar o som ou mudar a chamada.',
      'Tente de novo. Se não resolver, tente outro dispositivo ou outra rede.',
    ),
    'not-supported': advice(
      'O navegador ou o outro telefone não permite isso.',
      'Use uma versão recente do Chrome, Edge, Firefox ou Safari, ou continue sem isso.',
    ),
  },
};
