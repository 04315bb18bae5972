using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Imports;
using YouthPlatform.Imports.Http;
using YouthPlatform.Internships;
using YouthPlatform.Internships.Applications;
using YouthPlatform.Internships.BulkFiles;
using YouthPlatform.Internships.Claims;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.Inspections;
using YouthPlatform.Internships.Matching;
using YouthPlatform.Internships.MatchingEvents;
using YouthPlatform.Internships.OpenReviews;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Placements;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Preferences;
using YouthPlatform.Internships.Registers;
using YouthPlatform.Internships.Rules;
using YouthPlatform.Payments.Http;
using YouthPlatform.PersonLinks;
using YouthPlatform.ServiceDefaults;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Events;
using YouthPlatform.ServiceDefaults.Feeds;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Messaging;
using YouthPlatform.ServiceDefaults.Operations;
using YouthPlatform.ServiceDefaults.Policies;
using Contracts = YouthPlatform.Contracts.Internships;

const string Service = "internships";

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Service);
builder.AddPolicies();
builder.AddEventStore(Service, StoredEvents.Types, [.. StoredEvents.Projections]);
builder.Services.AddPublicLog(Service, typeof(Contracts.SubsidyPaid).Assembly).AddPublicTranslator<PublicTranslator>();
builder.AddServiceMessaging(Service, messaging => messaging.PublishPublicLog()
    .Consume<LedgerEntryOpenedConsumer>().Consume<PersonDeceasedConsumer>().Consume<PersonErasedConsumer>()
    .Consume<UnemploymentRegisteredConsumer>().Consume<UnemploymentEndedConsumer>().Consume<HardshipChangedConsumer>()
    .ConsumePersonLinks());
builder.Services.AddSingleton<ReviewClock>().AddSingleton<InternshipRules>().AddSingleton<ApplicationIntake>().AddSingleton<ClaimProposal>()
    .AddSingleton<SettlementProposal>().AddSingleton<ClaimedMonths>().AddSingleton<SubsidyRules>().AddSingleton<RegisterLookup>().AddPayments(ClaimGrants.Scheme).AddPayees<HostUnitPayees>()
    .AddPersonLinks().AddSingleton<OneClaimAPerson>();
builder.Services.AddImports<InternFile>().AddImports<AttendanceFile>().AddImports<InsuredRegister>().AddImports<UnitStaffRegister>()
    .AddImports<DeceasedRegister>().AddImports<ErasedRegister>().AddImports<AccountRegister>();
foreach (var (constraint, code, detail) in StoredEvents.Uniqueness)
{
    builder.Services.AddUniqueConstraint(constraint, code, detail);
}

var app = builder.Build();
app.MapServiceDefaults();
app.MapFeed();
app.MapOperations();
app.MapHostUnits();
app.MapPosts();
app.MapOpenReviews();
app.MapMatchingEvents();
app.MapApplications();
app.MapPreferences();
app.MapMatching();
app.MapPlacements();
app.MapClaims();
app.MapImports<InternFile>("intern-imports", "Intern", "Takes a unit's new interns in: a row an approved application", Roles.HostUnit);
app.MapImports<AttendanceFile>("attendance-imports", "Attendance", "Takes attendance and living allowances in: a row an intern and month", Roles.HostUnit);
app.MapRegisters();
app.MapInspections();
app.MapPayments();
app.MapDoubledEntitlements();
await app.SealRoutes().RunAsync();

/// <summary>Named so that tests can host the service.</summary>
public partial class Program;
