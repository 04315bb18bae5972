using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.Reporting.Forms;

/// <summary>Closes the approved forms of a month together; of each other form it is said what keeps it from being closed.</summary>
internal sealed class MonthLock(FormBook book, FormReader reader)
{
    /// <summary>What closing the month would do, form by form.</summary>
    /// <exception cref="ForbiddenException">Another role or region.</exception>
    public async Task<IReadOnlyList<UnitLock>> PlanAsync(
        HttpCommand command, Caller caller, FormDefinition form, YearMonth month, CancellationToken cancellation)
    {
        var collector = book.ProvinceOf(form);
        FormRights.RequireCollector(caller, collector, FormRoles.Of(form).Review);
        List<UnitLock> units = [];
        foreach (var unit in book.UnitsOf(form))
        {
            var aggregate = await reader.LoadAsync(form, unit, month, cancellation);
            var at = new Occasion(form, unit.Code, month, collector.Name, command.Today, command.Actor);
            units.Add(UnitLock.Of(unit, aggregate, new LockForm(at)));
        }

        return units;
    }

    /// <summary>Closes all forms of the month that can be closed, or those of some units only.</summary>
    public Task<Answer<LockedFormsView>> LockAsync(
        HttpCommand command, Caller caller, FormDefinition form, YearMonth month, IReadOnlySet<string>? only, CancellationToken cancellation) =>
        command.RetryAsync(async () =>
        {
            var plan = await PlanAsync(command, caller, form, month, cancellation);
            var locks = plan.Where(unit => unit.Append is not null && only?.Contains(unit.Unit.Code.Value) != false).ToList();
            var view = new LockedFormsView(
                form.Id,
                month,
                [.. locks.Select(unit => FormCompiler.Unit(unit.Unit))],
                [.. plan.Where(unit => unit.Refusal is not null).Select(unit => new BlockedFormView(
                    FormCompiler.Unit(unit.Unit), unit.State, unit.Refusal!.Code, unit.Refusal.Detail))]);
            return await command.CommitAsync(
                [.. locks.Select(unit => unit.Append!)], new Answer<LockedFormsView>(view, ContentVersion.Of(view)));
        });
}

/// <summary>What closing a month does to the form of a unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="State">Where its form stands.</param>
/// <param name="Append">What closes it; null where it is closed already, or cannot be.</param>
/// <param name="Refusal">What keeps it from being closed; null where nothing does.</param>
internal sealed record UnitLock(ReportingUnit Unit, FormProgress State, StreamAppend? Append, RuleViolation? Refusal)
{
    public static UnitLock Of(ReportingUnit unit, Aggregate<Form, FormState, FormCommand, FormEvent> form, LockForm command)
    {
        var state = FormStates.Of(form.State.On(command.At.Today));
        try
        {
            var decision = form.Decide(command);
            return new(unit, state, decision.Append.Events.Count > 0 ? decision.Append : null, null);
        }
        catch (RuleViolation refusal)
        {
            return new(unit, state, null, refusal);
        }
    }
}
