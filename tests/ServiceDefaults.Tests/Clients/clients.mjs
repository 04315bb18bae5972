// Reads a feed, its stream and its description with clients that know nothing of the platform, and prints what each made of it.
// Usage: YOUTH_TOKEN=... node clients.mjs <address of the feed> <amqp address> <stream> <address of the AsyncAPI document> <events to expect>
import { Parser } from '@asyncapi/parser';
import amqp from 'amqplib';
import { CloudEvent, HTTP } from 'cloudevents';

const [feed, broker, stream, description, expected] = process.argv.slice(2);
const authorization = `Bearer ${process.env.YOUTH_TOKEN}`;

async function page(accept) {
  const answer = await fetch(`${feed}/events?limit=${expected}`, { headers: { authorization, accept } });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return { type: answer.headers.get('content-type'), body: await answer.text() };
}

async function batch() {
  const { type, body } = await page('application/cloudevents-batch+json');
  return [HTTP.toEvent({ headers: { 'content-type': type }, body })].flat();
}

async function lines() {
  const { body } = await page('application/x-ndjson');
  return body.trimEnd().split('\n')
    .map((line) => HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents+json' }, body: line }));
}

async function streamed() {
  const connection = await amqp.connect(broker);
  const channel = await connection.createChannel();
  await channel.prefetch(100);
  const events = [];
  await new Promise((resolve, reject) => {
    channel.on('error', reject);
    channel.consume(stream, (message) => {
      const event = new CloudEvent(JSON.parse(message.content));
      for (const name of ['type', 'subject', 'region', 'sequence']) {
        if (message.properties.headers[`cloudEvents:${name}`] !== event[name]) reject(new Error(`${name} of ${event.id} differs in its headers`));
      }
      if (message.properties.messageId !== event.id) reject(new Error(`${event.id} came as ${message.properties.messageId}`));
      events.push(event);
      channel.ack(message);
      if (events.length === Number(expected)) resolve();
    }, { arguments: { 'x-stream-offset': 'first' } }).catch(reject);
  });
  await connection.close();
  return events;
}

async function diagnostics() {
  const answer = await fetch(description, { headers: { authorization } });
  const { document, diagnostics } = await new Parser().parse(await answer.text());
  return { messages: document?.allMessages().length ?? 0, said: diagnostics.map((item) => `${item.code}: ${item.message}`) };
}

const sequences = (events) => events.map((event) => {
  event.validate();
  return Number(event.sequence);
});

console.log(JSON.stringify({
  batch: sequences(await batch()),
  lines: sequences(await lines()),
  stream: sequences(await streamed()),
  ...(await diagnostics()),
}));
