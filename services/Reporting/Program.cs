using YouthPlatform.Contracts.Reporting;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.Reporting;
using YouthPlatform.Reporting.Assessments;
using YouthPlatform.Reporting.Board;
using YouthPlatform.Reporting.Cells;
using YouthPlatform.Reporting.Contacts;
using YouthPlatform.Reporting.Drift;
using YouthPlatform.Reporting.Exports;
using YouthPlatform.Reporting.Facts;
using YouthPlatform.Reporting.Forms;
using YouthPlatform.Reporting.Highlights;
using YouthPlatform.Reporting.Indicators;
using YouthPlatform.Reporting.Sdmx;
using YouthPlatform.Reporting.Sdmx.Data;
using YouthPlatform.Reporting.Sdmx.Structures;
using YouthPlatform.Reporting.Targets;
using YouthPlatform.ServiceDefaults;
using YouthPlatform.ServiceDefaults.Events;
using YouthPlatform.ServiceDefaults.Feeds;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Feeds.Combined;
using YouthPlatform.ServiceDefaults.Messaging;
using YouthPlatform.ServiceDefaults.Operations;
using YouthPlatform.ServiceDefaults.Policies;

const string service = "reporting";
var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(service);
builder.AddPolicies();
var definitions = Definitions.Load(builder.Configuration[PolicyExtensions.DirectoryKey]!);
builder.AddEventStore(service, StoredEvents.Types, new IndicatorProjection(definitions.Engine), new FormProjection(), new ReleaseProjection(), new HighlightTable());
builder.Services.AddPublicLog(service, typeof(FormCell).Assembly).AddPublicTranslator<FormTranslator>().AddPublicTranslator<HighlightTranslator>();
builder.AddServiceMessaging(service, messaging => messaging.PublishPublicLog().ConsumeFacts(), FactTypes.AtOnce);
builder.AddBoard();
builder.AddCombinedFeed("internships", "graduatetracking", "entrepreneurship", service);
builder.Services
    .AddSingleton(definitions.Engine)
    .AddSingleton(DefinitionsInForce.Schema)
    .AddHostedService<DefinitionsInForce>()
    .AddSingleton(definitions.Targets)
    .AddSingleton(definitions.Wording)
    .AddSingleton<CellReader>()
    .AddDriftChecks()
    .AddSingleton<FormBook>()
    .AddSingleton<IndicatorReader>()
    .AddSingleton<FormRows>()
    .AddSingleton<FormReader>()
    .AddSingleton<FormDesk>()
    .AddSingleton<MonthLock>()
    .AddSingleton<StructureBook>()
    .AddSingleton<ReleaseReader>()
    .AddSingleton<CompiledReader>()
    .AddSingleton<DataReader>()
    .AddSingleton<DeadlineReader>()
    .AddSingleton<TargetRegions>()
    .AddSingleton<TargetReader>()
    .AddSingleton<AssessmentReader>()
    .AddSingleton<HighlightReader>()
    .AddSingleton<HighlightDesk>()
    .AddSingleton(ContactPeople.Schema)
    .AddSingleton<ContactPeople>();

var app = builder.Build();
app.UseBoard();
app.MapServiceDefaults();
app.MapBoard();
app.MapFeed();
app.MapCombinedFeed([.. FactTypes.All.Select(fact => fact.Contract.Assembly).Distinct(), typeof(FormCell).Assembly]);
app.MapOperations();
app.MapForms().MapCells().MapDrift().MapTargets().MapAssessments().MapHighlights().MapContacts().MapExports().MapSdmx();
await app.SealRoutes().RunAsync();

/// <summary>The service's entry point, visible to its tests.</summary>
public partial class Program;
