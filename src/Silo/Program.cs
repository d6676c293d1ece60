using Bff.ServiceDefaults;
using Bff.Silo;
using Bff.Silo.Operators;
using Bff.Silo.WarmUp;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("bff-silo");
builder.AddSilo();
builder.AddWarmUp();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapOperatorDashboard();
await app.RunAsync();
