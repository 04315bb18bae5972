using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using YouthPlatform.EventStore.PublicLog;

namespace YouthPlatform.ServiceDefaults.Feeds.Subscribers;

/// <summary>Posts a CloudEvents batch, signed as Standard Webhooks says, with the present secret and the one before.</summary>
internal sealed class WebhookDelivery(Subscriber subscriber, WebhookClient client, WebhookSecrets secrets, string source) : IDelivery
{
    public int MostEvents => 100;

    public async Task<string> DeliverAsync(IReadOnlyList<PublicEvent> events, CancellationToken cancellationToken)
    {
        using var request = Request(events);
        try
        {
            using var answer = await client.SendAsync(request, cancellationToken);
            var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            return answer.IsSuccessStatusCode ? status : throw new DeliveryException(status, isFinal: answer.StatusCode == HttpStatusCode.Gone);
        }
        catch (HttpRequestException e)
        {
            throw new DeliveryException(e.HttpRequestError.ToString(), inner: e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DeliveryException("no answer in time", inner: e);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private HttpRequestMessage Request(IReadOnlyList<PublicEvent> events)
    {
        var body = Body(events);
        var id = string.Create(CultureInfo.InvariantCulture, $"{subscriber.Name}-{events[0].Position}-{events[^1].Position}");
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signatures = Enumerable.Range(subscriber.SecretVersion - 1, 2).Where(version => version > 0).Reverse()
            .Select(version => WebhookSecrets.Sign(secrets.SecretOf(subscriber.Name, version), id, seconds, body.Span));
        var request = new HttpRequestMessage(HttpMethod.Post, subscriber.Address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(FeedFormat.Batch.MediaType);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", string.Join(' ', signatures));
        return request;
    }

    private ReadOnlyMemory<byte> Body(IReadOnlyList<PublicEvent> events)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body, CloudEventWriter.Options);
        json.WriteStartArray();
        foreach (var item in events)
        {
            CloudEventWriter.Write(json, item, source);
        }

        json.WriteEndArray();
        json.Flush();
        return body.WrittenMemory;
    }
}
