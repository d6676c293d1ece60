using Bff.ServiceDefaults;
using Bff.Silo;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("bff-silo");
builder.AddSilo();

var app = builder.Build();
app.MapDefaultEndpoints();
await app.RunAsync();
