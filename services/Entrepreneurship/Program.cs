using YouthPlatform.Entrepreneurship;
using YouthPlatform.Entrepreneurship.Assessments;
using YouthPlatform.Entrepreneurship.Awards;
using YouthPlatform.Entrepreneurship.Courses;
using YouthPlatform.Entrepreneurship.Documents;
using YouthPlatform.Entrepreneurship.FirstFirms;
using YouthPlatform.Entrepreneurship.GuidanceEvents;
using YouthPlatform.Entrepreneurship.Incubators;
using YouthPlatform.Entrepreneurship.Judges;
using YouthPlatform.Entrepreneurship.Loans;
using YouthPlatform.Entrepreneurship.People;
using YouthPlatform.Entrepreneurship.Programmes;
using YouthPlatform.Entrepreneurship.Projects;
using YouthPlatform.Entrepreneurship.Resources;
using YouthPlatform.Entrepreneurship.Rules;
using YouthPlatform.Entrepreneurship.Vouchers;
using YouthPlatform.EventStore.PublicLog;
using YouthPlatform.PayeeAccounts;
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

const string Service = "entrepreneurship";

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(Service);
builder.AddPolicies();
builder.AddEventStore(Service, StoredEvents.Types, [.. StoredEvents.Projections]);
builder.Services.AddPublicLog(Service, typeof(YouthPlatform.Contracts.Entrepreneurship.ProjectGranted).Assembly).AddPublicTranslator<PublicTranslator>();
builder.AddServiceMessaging(Service, messaging => messaging.PublishPublicLog().ConsumePersonLinks().ConsumePayeeErasures());
var keys = ServiceKeys.Load(builder.Configuration);
builder.Services.AddSingleton(keys).AddPayeeAccounts<StartupPayees>(PayeeSecrets.Read(builder.Configuration, () => keys.PayeeSecret)).AddSingleton(DocumentBytes.Schema).AddSingleton<DocumentBytes>()
    .AddSingleton<ReviewClock>().AddSingleton<ProgrammeRules>().AddSingleton<ContactHashes>().AddSingleton<Panels>().AddSingleton<StartupRules>()
    .AddSingleton<VoucherCode>().AddPayments(AwardGrants.Scheme).AddPersonLinks().AddSingleton<OnePerson>().AddSingleton<ResourceMatching>();
builder.Services.AddUniqueConstraint(DocumentBytes.SweptConstraint, "document.swept", "上传超时，请重新上传该材料。");
if (DocumentBucket.IsConfigured(builder.Configuration))
{
    builder.Services.AddSingleton<DocumentBucket>().AddSingleton<DocumentSweep>().AddHostedService(services => services.GetRequiredService<DocumentSweep>());
}

foreach (var (constraint, code, detail) in StoredEvents.Uniqueness)
{
    builder.Services.AddUniqueConstraint(constraint, code, detail);
}

var app = builder.Build();
app.MapServiceDefaults();
app.MapFeed();
app.MapOperations();
app.MapProgrammes();
app.MapProjects();
app.MapDocuments();
app.MapJudges();
app.MapAssessments();
app.MapAwards();
app.MapGuidanceEvents();
app.MapIncubators();
app.MapCourses();
app.MapVouchers();
app.MapLoans();
app.MapFirstFirms();
app.MapResources();
app.MapPayments();
app.MapPayeeAccounts(Roles.Graduate, Roles.HostUnit);
app.MapDoubledEntitlements();
app.MapDoubledSupport();
await app.SealRoutes().RunAsync();
