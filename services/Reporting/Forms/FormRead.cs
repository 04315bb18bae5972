using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Forms;

/// <summary>A reading of a form: which one, as known when (null for now), and who asks.</summary>
internal sealed record FormRead(
    string Form, string Prefecture, string Month, DateOnly? AsKnownOn, Caller Caller, FormBook Book, FormReader Reader, CancellationToken Cancellation)
{
    /// <summary>The form, once it is clear that the caller may read it.</summary>
    /// <exception cref="ForbiddenException">The unit is none that the caller answers for.</exception>
    public (FormDefinition Form, ReportingUnit Unit, YearMonth Month) Address()
    {
        var (definition, month) = Book.Get(Form, Month);
        return (definition, Book.UnitFor(Caller, definition, Prefecture), month);
    }

    /// <summary>All that it is made of.</summary>
    public Task<FormSheet> SheetAsync()
    {
        var (definition, unit, month) = Address();
        return Reader.SheetAsync(definition, unit, month, Cancellation, AsKnownOn);
    }
}

/// <summary>Steps that the caller may take.</summary>
/// <param name="Steps">Names of the steps; what blocks a single one is said when it is tried.</param>
internal sealed record FormStepsView(IReadOnlyList<FormStep> Steps);
