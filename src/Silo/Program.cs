using Bff.ServiceDefaults;
using Bff.Silo;
using Bff.Silo.Operators;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("bff-silo");
builder.AddSilo();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapOperatorDashboard();
await app.RunAsync();
