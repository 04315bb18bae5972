using System.Collections.Immutable;
using static YouthPlatform.GraduateTracking.LedgerEntries.LedgerEntryEvent;

namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>What an entry is after its events.</summary>
internal static class LedgerEntryFold
{
    public static LedgerEntryState Evolve(LedgerEntryState state, LedgerEntryEvent recorded) => (state, recorded) switch
    {
        (_, LedgerEntryOpened opened) => new LedgerEntryState.Open(
            opened.PersonId, opened.Region, opened.OpenedOn, ImmutableDictionary<Guid, InternshipPeriod>.Empty, [])
        {
            Facts = new(opened.EducationLevel, opened.LeftSchoolOn, opened.HardshipCategories, opened.AgeOnOpening),
            Sources = [opened.Source],
        },
        (LedgerEntryState.Open open, LedgerEntryMerged merged) => new LedgerEntryState.Merged(open, merged.IntoPersonId, merged.CaseId),
        (LedgerEntryState.Merged merged, LedgerEntryUnmerged) => merged.Entry,
        (LedgerEntryState.Open open, PersonDeceased) => new LedgerEntryState.Closed(open, IsErased: false),
        (LedgerEntryState.Open open, PersonErased) => new LedgerEntryState.Closed(open, IsErased: true),
        (LedgerEntryState.Merged merged, PersonErased) => new LedgerEntryState.Closed(merged.Entry, IsErased: true),
        (LedgerEntryState.Closed closed, PersonErased) => closed with { IsErased = true },
        (LedgerEntryState.Open open, _) => Evolve(open, recorded),
        (LedgerEntryState.Merged merged, _) => merged with { Entry = Evolve(merged.Entry, recorded) },
        (LedgerEntryState.Closed closed, _) => closed with { Entry = Evolve(closed.Entry, recorded) },
        _ => state,
    };

    private static LedgerEntryState.Open Evolve(LedgerEntryState.Open open, LedgerEntryEvent recorded) => recorded switch
    {
        ContactRecorded contact => open with { Contacts = open.Contacts.Add(contact.ContactId) },
        Classified classified => open with { Newest = classified.Found },
        HardshipRecognized recognized => open with { Facts = open.Facts with { HardshipCategories = recognized.Categories } },
        HardshipEnded ended => open with { Facts = open.Facts with { HardshipCategories = ended.Categories } },
        SourceAdded added => open with { Sources = open.Sources.Add(added.Source) },
        UnemploymentRegistered registered => open with { Unemployment = open.Unemployment.SetItem(registered.RegisteredOn, null) },
        UnemploymentEnded ended => open with { Unemployment = open.Unemployment.SetItem(ended.RegisteredOn, ended.EndedOn) },
        FollowUpRequested requested => open with { FollowUps = open.FollowUps.Add(requested.PlacementId) },
        TransferProposed proposed => open with { Pending = proposed },
        TransferAccepted { Until: null } accepted => open with { Pending = null, Lent = null, Region = accepted.To },
        TransferAccepted accepted => open with { Pending = null, Lent = accepted },
        TransferRefused or TransferWithdrawn => open with { Pending = null },
        OfficerAssigned { Officer: { } officer } assigned => open with { Officers = open.Officers.SetItem(assigned.Region, officer) },
        OfficerAssigned assigned => open with { Officers = open.Officers.Remove(assigned.Region) },
        _ => open with { Internships = Evolve(open.Internships, recorded), Absorbed = Evolve(open.Absorbed, recorded) },
    };

    private static ImmutableDictionary<Guid, InternshipPeriod> Evolve(
        ImmutableDictionary<Guid, InternshipPeriod> internships, LedgerEntryEvent recorded) => recorded switch
    {
        InternshipRecorded begun => internships.SetItem(
            begun.PlacementId, Find(internships, begun.PlacementId) with { StartsOn = begun.StartsOn, EndsOn = begun.EndsOn }),
        InternshipEndRecorded ended => internships.SetItem(
            ended.PlacementId, Find(internships, ended.PlacementId) with { EndedOn = ended.EndedOn }),
        LedgerEntryAbsorbed absorbed => internships.SetItems(absorbed.Internships.Select(known => Of(absorbed.AbsorbedPersonId, known))),
        AbsorbedInternshipRecorded told => internships.SetItems([Of(told.AbsorbedPersonId, told.Internship)]),
        LedgerEntrySplit split => internships.RemoveRange(internships.Where(known => known.Value.Of == split.AbsorbedPersonId).Select(known => known.Key)),
        _ => internships,
    };

    private static ImmutableHashSet<Guid> Evolve(ImmutableHashSet<Guid> absorbed, LedgerEntryEvent recorded) => recorded switch
    {
        LedgerEntryAbsorbed more => absorbed.Add(more.AbsorbedPersonId),
        LedgerEntrySplit less => absorbed.Remove(less.AbsorbedPersonId),
        _ => absorbed,
    };

    private static InternshipPeriod Find(ImmutableDictionary<Guid, InternshipPeriod> internships, Guid placementId) =>
        internships.GetValueOrDefault(placementId, InternshipPeriod.Unknown);

    private static KeyValuePair<Guid, InternshipPeriod> Of(Guid person, AbsorbedInternship known) =>
        new(known.PlacementId, new(known.StartsOn, known.EndsOn, known.EndedOn, person));
}
