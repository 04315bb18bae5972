using YouthPlatform.Policy;

namespace YouthPlatform.Payments.PayRuns;

/// <summary>A row of the bank's answer, as read.</summary>
/// <param name="Row">Number of the row in the file, the header being 1.</param>
/// <param name="PaymentId">The payment.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="Amount">What the bank paid or tried to pay.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="On">China date of the booking or refusal.</param>
/// <param name="Reference">The bank's reference.</param>
/// <param name="Code">The bank's reason code of a failure or return.</param>
public sealed record BankRow(
    int Row, Guid PaymentId, int Attempt, Money Amount, BankOutcome Outcome, DateOnly On, string? Reference, string? Code);

/// <summary>What the bank says of a payment.</summary>
public enum BankOutcome
{
    /// <summary>Arrived.</summary>
    Paid,

    /// <summary>Refused.</summary>
    Failed,

    /// <summary>Arrived and came back.</summary>
    Returned,

    /// <summary>Under way; the answer is still to come.</summary>
    Processing,

    /// <summary>The bank itself does not know.</summary>
    Unknown,
}

/// <summary>A row that could not be applied. It is kept with the run and never ignored.</summary>
/// <param name="Row">Number of the row in the file.</param>
/// <param name="Code">What is wrong, as a code.</param>
/// <param name="Line">Line of the run that it names, if it names one.</param>
/// <param name="Detail">What to do, in Chinese.</param>
public sealed record ResultProblem(int Row, string Code, int? Line, string Detail);

/// <summary>What became of a line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="On">China date of the bank's answer.</param>
/// <param name="Reference">The bank's reference of a payment.</param>
/// <param name="Code">Code of a failure, a return or a doubt.</param>
public sealed record LineResult(int Line, LineStatus Status, DateOnly? On = null, string? Reference = null, string? Code = null);

/// <summary>Where a line stands.</summary>
public enum LineStatus
{
    /// <summary>At the bank.</summary>
    Sent,

    /// <summary>Arrived.</summary>
    Paid,

    /// <summary>Refused; it can go into another run.</summary>
    Failed,

    /// <summary>It cannot be told; nothing more is paid on it until a person resolves it.</summary>
    Doubted,

    /// <summary>Arrived and came back; it can go into another run.</summary>
    Returned,

    /// <summary>Nothing went to the bank: all of it was kept back.</summary>
    Offset,
}
