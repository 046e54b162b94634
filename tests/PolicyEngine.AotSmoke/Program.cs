System.Console.WriteLine("aot");
