namespace YouthPlatform.PayeeAccounts;

/// <summary>Shows an account without giving it away.</summary>
internal static class PayeeAccountReader
{
    /// <param name="state">The registration.</param>
    /// <param name="key">The payee's key; null for an erased payee.</param>
    /// <param name="keys">Tells who else has the number.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public static async Task<PayeeAccountView> ViewAsync(RegistrationState state, PayeeKey? key, PayeeKeys keys, CancellationToken cancellation)
    {
        var file = state.FileOrNull ?? throw new InvalidOperationException("What was never registered has no view.");
        var registered = state as RegistrationState.Registered;
        var confirmed = Open(registered?.Confirmed);
        var pending = Open(registered?.Pending?.Account);
        var shared = (pending ?? confirmed) is { } shown ? await keys.SharedWithAsync(file.PayeeId, shown.Number, cancellation) : 0;
        return new(
            file.PayeeId,
            file.Code,
            file.Region.Value,
            PayeeStates.Of(state),
            confirmed is null ? null : MaskedAccount.Of(confirmed),
            pending is null ? null : MaskedAccount.Of(pending),
            shared,
            registered?.Contest?.Reason);

        AccountDetails? Open(SealedAccount? account) => account is null || key is null ? null : key.Open(account.Holder, account.Number);
    }
}
