using System.Collections.Immutable;

namespace YouthPlatform.Payments.PayRuns;

/// <summary>Where a pay run stands.</summary>
public abstract record PayRunState
{
    private PayRunState()
    {
    }

    /// <summary>Nothing was drawn up.</summary>
    public sealed record NotProposed : PayRunState;

    /// <summary>Waits for a second person.</summary>
    public sealed record Proposed(PayRunFile File) : PayRunState;

    /// <summary>Does not go to the bank.</summary>
    public sealed record Rejected(PayRunFile File, string Reason) : PayRunState;

    /// <summary>Waits for the payer.</summary>
    public sealed record Approved(PayRunFile File, string ApprovedBy) : PayRunState;

    /// <summary>Went to the bank.</summary>
    /// <param name="File">The run.</param>
    /// <param name="ExecutedBy">Account that handed it over.</param>
    /// <param name="ExecutedOn">China date.</param>
    /// <param name="FileHash">SHA-256 of the pay file.</param>
    /// <param name="Results">What became of each line.</param>
    /// <param name="ResultFiles">SHA-256 of the bank's answers read so far.</param>
    /// <param name="Problems">Rows of them that could not be applied.</param>
    public sealed record Executed(
        PayRunFile File,
        string ExecutedBy,
        DateOnly ExecutedOn,
        string FileHash,
        ImmutableSortedDictionary<int, LineResult> Results,
        ImmutableSortedSet<string> ResultFiles,
        ImmutableList<ResultProblem> Problems) : PayRunState
    {
        /// <summary>Whether the bank has answered on every line and nothing is in doubt.</summary>
        public bool IsSettled => Results.Values.All(result => result.Status is not (LineStatus.Sent or LineStatus.Doubted));
    }

    /// <summary>The run, if it was drawn up.</summary>
    public PayRunFile? FileOrNull => this switch
    {
        Proposed s => s.File,
        Rejected s => s.File,
        Approved s => s.File,
        Executed s => s.File,
        _ => null,
    };
}
