using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.PayeeAccounts;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Entrepreneurship.People;

/// <summary>Whom this service pays: founders under their own id, also where the money is their firm's, and training bodies under an id that follows from their code.</summary>
internal sealed class StartupPayees(NpgsqlDataSource database) : IPayeeIdentities
{
    private static readonly Guid Units = new("0d7a1c7e-58f5-5a52-8d8c-2f7f2f0f6a11");

    public static Guid OfUnit(string code) => DerivedId.Create(Units, code);

    public PayeeIdentity? Of(Caller caller) =>
        caller.Has(Roles.Graduate) && caller.Person is { } person ? new(person, person.ToString())
        : caller.Has(Roles.HostUnit) && caller.Unit is { } unit ? new(OfUnit(unit), unit)
        : null;

    public async Task<IReadOnlyDictionary<Guid, Guid>> SurvivorsAsync(IReadOnlyCollection<Guid> payees, CancellationToken cancellation) =>
        (await database.RowsAsync(
            "SELECT person_id, survivor_id FROM person_links WHERE person_id = ANY ($1)",
            [payees.ToArray()],
            row => (PersonId: row.GetGuid(0), SurvivorId: row.GetGuid(1)),
            cancellation)).ToDictionary(row => row.PersonId, row => row.SurvivorId);
}
