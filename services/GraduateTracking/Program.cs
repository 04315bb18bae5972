using YouthPlatform.Contracts.GraduateTracking;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.GraduateTracking;
using YouthPlatform.GraduateTracking.Disclosures;
using YouthPlatform.GraduateTracking.LedgerEntries;
using YouthPlatform.GraduateTracking.Messages;
using YouthPlatform.GraduateTracking.PublicEvents;
using YouthPlatform.GraduateTracking.RosterImports;
using YouthPlatform.GraduateTracking.Vault;
using YouthPlatform.Imports;
using YouthPlatform.Imports.Http;
using YouthPlatform.Imports.Progress;
using YouthPlatform.ServiceDefaults;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Events;
using YouthPlatform.ServiceDefaults.Feeds;
using YouthPlatform.ServiceDefaults.Messaging;
using YouthPlatform.ServiceDefaults.Operations;
using YouthPlatform.ServiceDefaults.Policies;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(TrackingEvents.Service);
builder.AddPolicies();
builder.AddEventStore(TrackingEvents.Service, TrackingEvents.Create(), new LedgerProjection(), new ImportProjection());
builder.AddVault();
builder.Services.AddPublicLog(TrackingEvents.Service, typeof(LedgerEntryOpened).Assembly).AddPublicTranslator<LedgerTranslator>();
builder.AddServiceMessaging(TrackingEvents.Service, messaging => messaging
    .PublishPublicLog()
    .Consume<InternshipStartedConsumer>()
    .Consume<InternshipCompletedConsumer>()
    .Consume<InternshipEndedEarlyConsumer>()
    .Consume<InternHiredConsumer>());
builder.Services.AddSingleton<LedgerQueries>().AddImports<RosterKind>();

var app = builder.Build();
app.MapServiceDefaults();
app.MapFeed();
app.MapOperations();
app.MapLedger();
app.MapDisclosures();
app.MapImports<RosterKind>("roster-imports", "Roster", "Takes in a roster; sent again, it goes on where it stopped", Roles.Education);
await app.RunAsync();

/// <summary>Named so that tests can host the service.</summary>
public partial class Program;
