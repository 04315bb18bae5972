using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>Steps on the forms of one kind, each on the form as it is at that moment.</summary>
internal sealed class FormSteps(World world, FormDefinition form)
{
    /// <summary>The form of H32, annex 2.</summary>
    public const string Progress = "h32_progress";

    private string Forms => $"/api/reporting/v1/forms/{form.Id}";

    /// <summary>Who reviews for the region that collects.</summary>
    public Persona Reviewer { get; } = Persona.Official(form.IsOfColleges ? "provincial_committee" : "reviewer", form.Jurisdiction.Value);

    /// <summary>Who opens what was locked.</summary>
    public Persona Approver { get; } = Persona.Official("approver", form.Jurisdiction.Value);

    /// <summary>Steps on progress forms.</summary>
    public static FormSteps OfProgress(World world) => new(world, world.Policies.Forms[Progress]);

    /// <summary>Who compiles and submits for a unit: a region's clerk, or a college's committee.</summary>
    public Persona CompilerOf(string unit) =>
        form.IsOfColleges ? new($"college_committee-{unit}-1", "college_committee", Unit: unit) : Persona.Official("clerk", unit);

    /// <summary>Address of a unit's form.</summary>
    public string Path(string unit, YearMonth month) => $"{Forms}/{unit}/{month}";

    /// <summary>The form as who compiles it sees it.</summary>
    public Task<Reply> ReadAsync(string unit, YearMonth month, string part = "") =>
        world.Platform.GetAsync(CompilerOf(unit), Path(unit, month) + part);

    /// <summary>Takes a step.</summary>
    /// <param name="who">Who takes it.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="month">Reported month.</param>
    /// <param name="step">The step.</param>
    /// <param name="body">What it needs.</param>
    /// <param name="name">Name among the steps on the form; that of the step where it is taken once.</param>
    public async Task<Reply> TakeAsync(Persona who, string unit, YearMonth month, string step, JsonObject? body, string? name = null)
    {
        while (true)
        {
            var read = await ReadAsync(unit, month);
            try
            {
                return await PostAsync(who, unit, month, step, body?.DeepClone().AsObject(), name ?? step, read.ETag);
            }
            catch (SimulationException refusal) when (refusal.Status == HttpStatusCode.PreconditionFailed)
            {
                // Another event arrived since the form was read.
            }
        }
    }

    /// <summary>A unit submits its form; a figure that fell without a reason is explained before.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="month">Reported month.</param>
    /// <param name="round">1, and 2 after a return.</param>
    /// <param name="read">Reads the form that is submitted.</param>
    public async Task SubmitAsync(string unit, YearMonth month, int round, Func<Task<Reply>> read)
    {
        var clerk = CompilerOf(unit);
        for (var submitted = false; !submitted;)
        {
            var known = await read();
            try
            {
                if (Fallen(known) is { } column)
                {
                    await PostAsync(clerk, unit, month, "corrections", Explanation(column), $"explain-{column}", known.ETag);
                    continue;
                }

                await PostAsync(clerk, unit, month, "submission", null, $"submission-{round}", known.ETag);
                submitted = true;
            }
            catch (SimulationException refusal) when (refusal.Status == HttpStatusCode.PreconditionFailed)
            {
                // Another event arrived since the form was read; a clerk reads it again.
            }
        }
    }

    /// <summary>Enters the figures that no event says, each with its source.</summary>
    public async Task EnterAsync(string unit, YearMonth month, decimal figure)
    {
        foreach (var column in form.Columns.Where(column => column.Entered && column.IsReportedIn(month)))
        {
            JsonObject entry = new() { ["column"] = column.Number, ["value"] = figure, ["note"] = $"据{month.Month}月底台账汇总。" };
            await TakeAsync(CompilerOf(unit), unit, month, "entries", entry, $"entry-{column.Number}");
        }
    }

    /// <summary>Locks all approved forms of a month.</summary>
    public Task LockAllAsync(YearMonth month) => world.Platform.PostAsync(Reviewer, $"{Forms}/{month}/lock", null, $"{form.Id}-{month}-lock");

    /// <summary>How the units stand for a month.</summary>
    public Task<Reply> CompletenessAsync(YearMonth month) => world.Platform.GetAsync(Reviewer, $"{Forms}/{month}/completeness");

    /// <summary>A column whose cumulative figure fell without a reason; null when none did.</summary>
    private static int? Fallen(Reply form) => form["checks"].AsArray()
        .Where(check => (string)check!["check"]! == "never_falls" && (string)form["state"]! is "open" or "returned")
        .SelectMany(check => check!["findings"]!.AsArray())
        .Where(finding => !(bool)finding!["passed"]!)
        .Select(finding => (int?)finding!["column"]!)
        .FirstOrDefault();

    private static JsonObject Explanation(int column) =>
        new() { ["column"] = column, ["difference"] = 0, ["reason"] = "台账记录经核实更正或撤销，累计数相应减少。" };

    private Task<Reply> PostAsync(Persona who, string unit, YearMonth month, string step, JsonObject? body, string name, string? etag) =>
        world.Platform.PostAsync(who, $"{Path(unit, month)}/{step}", body, $"{form.Id}-{unit}-{month}-{name}", etag);
}
