using Bff.Gateway;
using Bff.Gateway.Cluster;
using Bff.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("bff-gateway");
builder.AddClusterClient();
builder.AddGateway();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapGateway();
await app.RunAsync();
