using YouthPlatform.Policy;

namespace YouthPlatform.Internships.Registers;

/// <summary>An entry of a register.</summary>
/// <param name="From">First day on which it holds.</param>
/// <param name="PersonId">The person, unless it is a unit's account.</param>
/// <param name="UnitCode">Unified social credit code of the employer or unit.</param>
/// <param name="Value">The account as a keyed hash.</param>
/// <param name="To">Last day; null while it holds.</param>
internal sealed record RegisterEntry(
    DateOnly From, Guid? PersonId = null, string? UnitCode = null, string? Value = null, DateOnly? To = null);

/// <summary>A file of a register.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Kind">Code of the register, see <see cref="RegisterKinds"/>.</param>
/// <param name="Region">Region whose authority supplied it, GB/T 2260.</param>
/// <param name="SentBy">Account.</param>
internal sealed record RegisterSource(Guid ImportId, string Kind, RegionCode Region, string SentBy);

/// <summary>An entry that holds on a day in question.</summary>
/// <param name="Kind">Code of the register.</param>
/// <param name="UnitCode">Employer, where the register names one.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it holds.</param>
/// <param name="Source">Who says so: <c>register</c>, an imported file, or <c>ledger</c>, the real-name ledger.</param>
internal sealed record RegisterHit(string Kind, string? UnitCode, DateOnly From, DateOnly? To, string Source = "register");

internal abstract record RegisterState
{
    private RegisterState()
    {
    }

    public sealed record NotImported : RegisterState;

    public sealed record Imported(RegisterSource Source) : RegisterState;

    public sealed record Withdrawn(RegisterSource Source) : RegisterState;
}

internal abstract record RegisterCommand;

/// <summary>Entries of a file arrive; the first of them begin the register.</summary>
internal sealed record BeginRegister(RegisterSource Source, DateOnly Today) : RegisterCommand;

/// <summary>Takes a file back that should not have been taken in.</summary>
internal sealed record WithdrawRegister(string? Reason, string Actor, DateOnly Today) : RegisterCommand;

internal abstract record RegisterEvent;

internal sealed record RegisterBegun(RegisterSource Source, DateOnly BegunOn) : RegisterEvent;

/// <param name="ImportId">The import.</param>
/// <param name="Reason">Why.</param>
/// <param name="WithdrawnBy">Account.</param>
/// <param name="WithdrawnOn">China date.</param>
internal sealed record RegisterWithdrawn(Guid ImportId, string Reason, string WithdrawnBy, DateOnly WithdrawnOn) : RegisterEvent;

/// <summary>Entries that rows of the file led to. Each batch is a stream of its own, so that a register of any size is begun and withdrawn at the same cost.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Kind">Code of the register.</param>
/// <param name="FromRow">First row of the batch.</param>
/// <param name="AsOf">Newest day whose state the entries show.</param>
/// <param name="Entries">The entries.</param>
internal sealed record RegisterEntriesTaken(Guid ImportId, string Kind, long FromRow, DateOnly AsOf, IReadOnlyList<RegisterEntry> Entries)
    : RegisterEvent;
