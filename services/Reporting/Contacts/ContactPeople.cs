using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.EventStore.Postgres;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Reporting.Contacts;

/// <summary>The people of the contact forms: kept beside the log, so that a name which is replaced is gone.</summary>
internal sealed class ContactPeople(NpgsqlDataSource dataSource)
{
    public static SchemaPart Schema { get; } = new(
        "contact-people",
        """
        CREATE TABLE IF NOT EXISTS contact_people (
            region text COLLATE "C" NOT NULL,
            role text COLLATE "C" NOT NULL,
            name text NOT NULL,
            unit_and_post text NOT NULL,
            office_phone text NOT NULL,
            mobile text NOT NULL,
            remark text,
            PRIMARY KEY (region, role))
        """);

    /// <summary>Puts a person in a role; commits with the filing.</summary>
    public static SqlStatement Replace(RegionCode region, ContactPerson person)
    {
        ArgumentNullException.ThrowIfNull(region);
        ArgumentNullException.ThrowIfNull(person);
        return new(
            """
            INSERT INTO contact_people (region, role, name, unit_and_post, office_phone, mobile, remark) VALUES ($1, $2, $3, $4, $5, $6, $7::text)
            ON CONFLICT (region, role) DO UPDATE SET name = excluded.name, unit_and_post = excluded.unit_and_post,
                office_phone = excluded.office_phone, mobile = excluded.mobile, remark = excluded.remark
            """,
            region.Value,
            person.Role,
            person.Name,
            person.UnitAndPost,
            person.OfficePhone,
            person.Mobile,
            person.Remark);
    }

    /// <summary>The people of a prefecture.</summary>
    public Task<List<ContactPerson>> ReadAsync(RegionCode region, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(region);
        return dataSource.RowsAsync(
            "SELECT role, name, unit_and_post, office_phone, mobile, remark FROM contact_people WHERE region = $1 ORDER BY role DESC",
            [region.Value],
            row => new ContactPerson(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.TextOrNull(5)),
            cancellationToken);
    }
}

/// <summary>A line of the contact form.</summary>
/// <param name="Role">Code of the role: lead or in_charge.</param>
/// <param name="Name">姓名.</param>
/// <param name="UnitAndPost">单位及职务.</param>
/// <param name="OfficePhone">办公电话.</param>
/// <param name="Mobile">手机号码.</param>
/// <param name="Remark">备注; null for none.</param>
internal sealed record ContactPerson(string Role, string Name, string UnitAndPost, string OfficePhone, string Mobile, string? Remark = null);
