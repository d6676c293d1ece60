using Bff.ServiceDefaults;
using Bff.ServiceDefaults.WarmUp;
using Bff.Silo;
using Bff.Silo.Operators;
using Bff.Silo.WarmUp;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("bff-silo");
builder.AddSilo();
builder.Services.AddWarmUp<SiloExercise>();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapOperatorDashboard();
await app.RunAsync();
