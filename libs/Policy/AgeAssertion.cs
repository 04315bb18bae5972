namespace YouthPlatform.Policy;

/// <summary>
/// An age in full years on a day: what a service knows of somebody whose date of birth it is not to know. On any later day the age lies
/// between two numbers of years, mostly one year apart.
/// </summary>
/// <param name="Years">Age in full years.</param>
/// <param name="On">The day on which it was that.</param>
public sealed record AgeAssertion(int Years, DateOnly On)
{
    /// <summary>The least and the greatest age that the person can have on a day; null for a day before the assertion's.</summary>
    public (int Least, int Most)? AgeOn(DateOnly date)
    {
        if (date < On)
        {
            return null;
        }

        var elapsed = ChinaDate.AgeOn(On, date);
        var isAnniversary = On.AddYears(elapsed) == date;
        return (Years + elapsed, Years + elapsed + (isAnniversary ? 0 : 1));
    }
}
