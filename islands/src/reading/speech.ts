/** A sentence or so: some browsers fall silent in the middle of longer texts. */
const LONGEST = 200;

/** Whether this browser can read aloud. */
export function canSpeak(): boolean {
  return "speechSynthesis" in window && "SpeechSynthesisUtterance" in window;
}

/** Whether there is a French voice, or none is known yet: some browsers fetch their voices late. */
export function hasFrenchVoice(): boolean {
  const voices = window.speechSynthesis.getVoices();
  return voices.length === 0 || voices.some((voice) => voice.lang.toLowerCase().startsWith("fr"));
}

/** Which reading is heard: what an older one still tells is not listened to. */
let turn = 0;

/** Reads words aloud in French, sentence by sentence; `ended` comes once, unless something else is read before. */
export function speak(words: string, ended: () => void): void {
  stopSpeaking();
  const mine = turn;
  const finish = (): void => {
    if (mine !== turn) return;
    turn += 1;
    ended();
  };
  const parts = sentences(words);
  if (parts.length === 0) return finish();
  const voice = window.speechSynthesis.getVoices().find((it) => it.lang.toLowerCase().startsWith("fr"));
  parts.forEach((part, index) => {
    const utterance = new SpeechSynthesisUtterance(part);
    utterance.lang = "fr-FR";
    utterance.rate = 0.95;
    if (voice) utterance.voice = voice;
    if (index === parts.length - 1) utterance.addEventListener("end", finish);
    utterance.addEventListener("error", finish);
    window.speechSynthesis.speak(utterance);
  });
}

export function stopSpeaking(): void {
  turn += 1;
  if (canSpeak()) window.speechSynthesis.cancel();
}

/** What is read of an element: its blocks, each a sentence of its own. */
export function wordsOf(element: HTMLElement): string {
  return element.innerText.replace(/\s*\n+\s*/g, ".\n").replace(/([.!?:;,…])\.\n/g, "$1\n");
}

/** Sentences, the longest cut at a space. */
function sentences(words: string): string[] {
  const found = words.match(/[^.!?…\n]+[.!?…]*/g) ?? [];
  return found.flatMap((sentence) => cut(sentence.trim())).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function cut(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence];
  const space = sentence.lastIndexOf(" ", LONGEST);
  const end = space > 0 ? space : LONGEST;
  return [sentence.slice(0, end), ...cut(sentence.slice(end).trim())];
}
