namespace OrdersApi;

public sealed record OrderRequest(string Customer, IReadOnlyList<OrderLine> Lines);

public sealed record OrderLine(string Article, int Quantity, decimal Price);

public sealed record Order(int Id, string Customer, IReadOnlyList<OrderLine> Lines, decimal Total);
