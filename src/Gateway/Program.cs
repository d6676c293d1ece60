using Bff.Gateway;
using Bff.Gateway.Cluster;
using Bff.Gateway.WarmUp;
using Bff.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("bff-gateway");
builder.AddClusterClient();
builder.AddGateway();
builder.AddWarmUp();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapGateway();
await app.RunAsync();
