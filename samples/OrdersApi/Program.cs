using OrdersApi;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<OrderStore>();
builder.Services.AddSingleton<Checkout>();

var app = builder.Build();

app.MapGet("/orders", (OrderStore store, CancellationToken cancel) => store.AllAsync(cancel));

app.MapGet("/orders/{id:int}", async (int id, OrderStore store, CancellationToken cancel) =>
    await store.FindAsync(id, cancel) is { } order ? Results.Ok(order) : Results.NotFound());

app.MapPost("/orders", async (OrderRequest request, Checkout checkout, CancellationToken cancel) =>
{
    var order = await checkout.SubmitAsync(request, cancel);
    return Results.Created($"/orders/{order.Id}", order);
});

await app.RunAsync();
