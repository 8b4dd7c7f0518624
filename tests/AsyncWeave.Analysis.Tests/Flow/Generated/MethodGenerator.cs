namespace AsyncWeave.Analysis.Tests.Flow.Generated;

/// <summary>Writes random async methods: nested loops, handlers, using, switch, locals at random places, 1 to 12 awaits.</summary>
internal sealed class MethodGenerator
{
    private const int MostAwaits = 12;
    private const int Deepest = 4;

    private readonly Random random;
    private readonly List<GeneratedAwait> awaits = [];
    private readonly List<string> inScope = ["n", "m"];
    private int names;

    private MethodGenerator(int seed) => random = new Random(seed);

    public static GeneratedMethod Generate(int seed)
    {
        var generator = new MethodGenerator(seed);
        var body = generator.Block(0, Jumps.Return);
        return GeneratedMethod.Of($"M{seed}", new Block([.. ((Block)body).Statements.Prepend(generator.Await())]), generator.awaits);
    }

    [Flags]
    private enum Jumps
    {
        None = 0,
        Return = 1,
        Loop = 2,
    }

    private Statement Block(int depth, Jumps jumps)
    {
        var scope = inScope.Count;
        var statements = new List<Statement> { Simple() };
        for (var left = random.Next(1, 4); left > 0 && statements[^1].Ends.HasFlag(Completions.Normal); left--)
            statements.Add(Next(depth, jumps));
        inScope.RemoveRange(scope, inScope.Count - scope);
        return new Block(statements);
    }

    private Statement Next(int depth, Jumps jumps)
    {
        if (depth >= Deepest || awaits.Count >= MostAwaits - 3 || random.Next(3) == 0)
            return random.Next(6) == 0 ? Jump(jumps) : random.Next(2) == 0 ? Await() : Simple();
        return random.Next(9) switch
        {
            0 => If(depth, jumps),
            1 => Switch(depth, jumps),
            2 or 3 => Loop(depth, jumps),
            4 => Stream(depth, jumps),
            5 => Try(depth, jumps),
            6 => Finally(depth, jumps),
            7 => Using(depth, jumps),
            _ => If(depth, jumps),
        };
    }

    private Statement Jump(Jumps jumps) => random.Next(4) switch
    {
        0 when jumps.HasFlag(Jumps.Return) => new Jump($"return {Any()};", Completions.Return),
        1 when jumps.HasFlag(Jumps.Loop) => new Jump("break;", Completions.Break),
        2 when jumps.HasFlag(Jumps.Loop) => new Jump("continue;", Completions.Continue),
        3 => new Jump("throw new IOException();", Completions.Throw),
        _ => Simple(),
    };

    private Statement Simple() => random.Next(4) switch
    {
        0 => Declare($"Get({Any()})", name => new Work($"var {name};")),
        1 => new Work($"{Any()} = Get({Any()});"),
        2 => new Work($"{Any()} += Get({Any()});"),
        _ => new Work($"Use({Any()}, {Any()});"),
    };

    private Statement Await()
    {
        var await = NewAwait();
        return random.Next(7) switch
        {
            0 => Declare($"await A({Any()})", name => new AwaitStatement($"var {name};", await)),
            1 => new AwaitStatement($"{Any()} = await A({Any()});", await),
            2 => new AwaitStatement($"{Any()} += await V({Any()});", await),
            3 => new AwaitStatement($"Use({Any()}, await A({Any()}), {Any()});", await),
            4 => new AwaitStatement($"await T({Any()}).ConfigureAwait(false);", await),
            5 => new AwaitStatement("await Task.Yield();", await),
            _ => new AwaitStatement($"await A({Any()});", await),
        };
    }

    private Statement Declare(string value, Func<string, Statement> statement)
    {
        var name = NewName();
        var declared = statement($"{name} = {value}");
        inScope.Add(name);
        return declared;
    }

    private Branch If(int depth, Jumps jumps) => random.Next(2) == 0
        ? new Branch(null, [$"if (Test({Any()}))"], [Block(depth + 1, jumps)], Exhaustive: false)
        : new Branch(null, [$"if (Test({Any()}))", "else"], [Block(depth + 1, jumps), Block(depth + 1, jumps)], Exhaustive: true);

    // `break` inside a switch section would leave the switch, so that loops' jumps are not offered there.
    private Branch Switch(int depth, Jumps jumps)
    {
        var inside = jumps & ~Jumps.Loop;
        return new Branch($"switch (Get({Any()}))", ["case 1:", "case 2:", "default:"], [Block(depth + 1, inside), Block(depth + 1, inside), Block(depth + 1, inside)], Exhaustive: true);
    }

    private Loop Loop(int depth, Jumps jumps)
    {
        var inside = jumps | Jumps.Loop;
        switch (random.Next(5))
        {
            case 0:
                var step = NewAwait();
                return new Loop($"while (await B({Any()}))", null, Block(depth + 1, inside), step);
            case 1:
                return new Loop($"while (Test({Any()}))", null, Block(depth + 1, inside));
            case 2:
                return new Loop("do", $"while (Test({Any()}));", Block(depth + 1, inside));
            case 3:
                return Scoped(name => new Loop($"foreach (var {name} in items)", null, Fresh(name, depth, inside)));
            default:
                return Scoped(name => new Loop($"for (var {name} = 0; Test({name}); {name}++)", null, Block(depth + 1, inside)));
        }
    }

    // A foreach variable cannot be assigned: it is read once and then copied.
    private Statement Fresh(string variable, int depth, Jumps jumps)
    {
        inScope.Remove(variable);
        var copy = NewName();
        inScope.Add(copy);
        var body = (Block)Block(depth + 1, jumps);
        inScope.Remove(copy);
        return new Block([.. body.Statements.Prepend(new Work($"var {copy} = Get({variable});"))]);
    }

    private Guarded Stream(int depth, Jumps jumps)
    {
        var (step, dispose) = (NewAwait(), NewAwait());
        var variable = NewName();
        var loop = new Loop($"await foreach (var {variable} in stream)", null, Fresh(variable, depth, jumps | Jumps.Loop), step);
        return new Guarded(null, loop, new AwaitStatement("", dispose), IsWritten: false);
    }

    private TryCatch Try(int depth, Jumps jumps)
    {
        var all = random.Next(2) == 0;
        var heads = new List<string> { random.Next(2) == 0 ? "catch (IOException)" : $"catch (ArgumentException) when (Test({Any()}))" };
        if (all)
            heads.Add("catch");
        return new TryCatch(Block(depth + 1, jumps), heads, [.. heads.Select(_ => Block(depth + 1, jumps))], all);
    }

    private Guarded Finally(int depth, Jumps jumps) =>
        new("try", Block(depth + 1, jumps), Block(depth + 1, Jumps.None), IsWritten: true);

    private Guarded Using(int depth, Jumps jumps)
    {
        var name = NewName();
        if (random.Next(2) == 0)
            return new Guarded($"using (var {name} = new Resource())", Block(depth + 1, jumps), new Work(""), IsWritten: false);
        var dispose = NewAwait();
        return new Guarded($"await using (var {name} = new Resource())", Block(depth + 1, jumps), new AwaitStatement("", dispose), IsWritten: false);
    }

    private T Scoped<T>(Func<string, T> make)
    {
        var name = NewName();
        inScope.Add(name);
        var made = make(name);
        inScope.Remove(name);
        return made;
    }

    private GeneratedAwait NewAwait()
    {
        var await = new GeneratedAwait();
        awaits.Add(await);
        return await;
    }

    private string NewName() => $"x{names++}";

    private string Any() => inScope[random.Next(inScope.Count)];
}
