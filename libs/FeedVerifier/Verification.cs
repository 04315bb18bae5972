namespace YouthPlatform.FeedVerifier;

/// <summary>Reads a feed from where it was left, or from its first event, up to its signed head, and checks every event on the way.</summary>
/// <param name="client">The feed.</param>
/// <param name="key">Name of the key that must have signed the head; null for the one of the saved state, or any where there is none.</param>
internal sealed class Verification(FeedClient client, string? key)
{
    /// <summary>Verifies the feed.</summary>
    /// <param name="earlier">What an earlier run saw; null for the first.</param>
    /// <param name="whole">Reads again what the earlier run had read, and checks that it is the same.</param>
    /// <param name="keep">Told of every page that was found in order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The head that was reached.</returns>
    /// <exception cref="BrokenFeedException">The feed is not complete or not as it was.</exception>
    public async Task<SignedHead> RunAsync(SavedState? earlier, bool whole, Action<SavedState> keep, CancellationToken cancellationToken)
    {
        var head = await client.HeadAsync(cancellationToken);
        await CheckSignatureAsync(head, key ?? earlier?.KeyId, cancellationToken);
        if (earlier is not null && head.Position < earlier.Position)
        {
            throw new BrokenFeedException(head.Position + 1, $"the feed ends before; it once reached {earlier.Position}");
        }

        var at = earlier is null || whole ? ChainLink.Start : new(earlier.Position, earlier.Hash);
        while (at.Position < head.Position)
        {
            at = await ReadPageAsync(at, head, earlier, cancellationToken);
            keep(new(client.Feed, at.Position, at.Hash, head.KeyId));
        }

        CheckHash(at, head.Position, head.Hash, "its hash is not the one that the head was signed with");
        return head;
    }

    private async Task<ChainLink> ReadPageAsync(ChainLink at, SignedHead head, SavedState? earlier, CancellationToken cancellationToken)
    {
        var page = await client.PageAsync(at.Position, cancellationToken);
        if (page.Count == 0)
        {
            throw new BrokenFeedException(at.Position + 1, $"it is missing; the head says that there are {head.Position}");
        }

        foreach (var item in page)
        {
            at = at.Follow(item);
            CheckHash(at, head.Position, head.Hash, "its hash is not the one that the head was signed with");
            CheckHash(at, earlier?.Position, earlier?.Hash, "it is not the event that was here when the feed was checked before");
        }

        return at;
    }

    private static void CheckHash(ChainLink at, long? position, string? hash, string reason)
    {
        if (at.Position == position && at.Hash != hash)
        {
            throw new BrokenFeedException(at.Position, reason);
        }
    }

    private async Task CheckSignatureAsync(SignedHead head, string? expected, CancellationToken cancellationToken)
    {
        if (expected is not null && head.KeyId != expected)
        {
            throw new BrokenFeedException(head.Position, $"the head is signed with the key {head.KeyId} instead of {expected}; ask its owner, then name the new one with --key");
        }

        if (!head.IsSignedBy(await client.KeysAsync(cancellationToken)))
        {
            throw new BrokenFeedException(head.Position, "the signature of the head is not valid");
        }
    }
}
