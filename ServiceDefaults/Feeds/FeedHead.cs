using YouthPlatform.EventStore.Postgres;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.ServiceDefaults.Signing;

namespace YouthPlatform.ServiceDefaults.Feeds;

/// <summary>The end of the public log, signed: whoever keeps it can prove later what the feed had said.</summary>
internal sealed class FeedHead(PublicLogReader log, string source, SigningKeys keys)
{
    /// <summary>Signs the present head; its log is the source of the feed's events.</summary>
    public async Task<SignedHead> SignAsync(CancellationToken cancellationToken)
    {
        var signer = keys.Signer;
        var head = await log.GetHeadAsync(cancellationToken);
        return signer.Sign(source, head.Position, Convert.ToHexStringLower(head.Hash));
    }
}
