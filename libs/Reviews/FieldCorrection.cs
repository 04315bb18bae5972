namespace YouthPlatform.Reviews;

/// <summary>What became of a returned field in the submission that followed.</summary>
/// <param name="Returned">The field and why it was returned.</param>
/// <param name="Changed">Whether the field, or anything below it, differs from what was returned.</param>
public sealed record FieldCorrection(FieldReturn Returned, bool Changed)
{
    /// <summary>Compares two submissions field by field.</summary>
    public static IReadOnlyList<FieldCorrection> Of(IEnumerable<FieldReturn> returned, FrozenContent before, FrozenContent after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return [.. returned.Select(field => new FieldCorrection(field, after.HasChanged(field.Path, before)))];
    }
}
